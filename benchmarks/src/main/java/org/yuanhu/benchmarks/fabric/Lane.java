package org.yuanhu.benchmarks.fabric;

import java.util.List;
import org.hyperledger.fabric.client.Contract;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;

/**
 * One page of allotments and the clerk whose sheets take from it; one sheet at a time, as two would conflict.
 *
 * @param clerk of the cooperative
 * @param page number of the page
 * @param households with an allotment in the page
 */
public record Lane(Contract clerk, CreditCode cooperative, int page, List<HouseholdId> households) {}
