package org.yuanhu.consortium;

/**
 * One member of the consortium.
 *
 * @param msp its name on the ledger
 * @param role the part it plays
 * @param nameEn its name in English, as shown to a buyer
 * @param nameZh its name in Chinese, as shown to a buyer
 * @param address where its nodes run on a real network
 */
public record Organisation(MspId msp, OrganisationRole role, String nameEn, String nameZh, NodeAddress address) {}
