package org.yuanhu.chaincode.batch;

/**
 * How many lines were confirmed by whom.
 */
public record Confirmed(int household, int witness, int cooperative) {}
