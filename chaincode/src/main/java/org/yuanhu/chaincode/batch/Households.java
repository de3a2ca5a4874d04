package org.yuanhu.chaincode.batch;

import java.util.List;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;

/**
 * The households whose lines are in a batch.
 *
 * @param listed the first 20, sorted
 * @param digest SHA-256 of all ids, sorted, joined by a line feed
 */
public record Households(int count, List<HouseholdId> listed, Hash digest) {}
