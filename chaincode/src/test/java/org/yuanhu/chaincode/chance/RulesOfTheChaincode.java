package org.yuanhu.chaincode.chance;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuanhu.vocabulary.rule.Rule;

/** Which rules an act or read sent to the chaincode can break. */
final class RulesOfTheChaincode {
    /** Families that only clients and the server hold: labels on paper, spreadsheets, the ledger's own checks. */
    private static final Set<String> FAMILIES =
            Set.of("FM", "DC", "AC", "ID", "RG", "HH", "MM", "CT", "RC", "CL", "IN", "MB", "BT", "RN", "RD");

    /** Of those families, what no request can break. */
    private static final Set<Rule> NEVER = EnumSet.of(
            Rule.FM_06, // serials, label paths, origins, scratch codes and closed secrets
            Rule.FM_07, // are never sent to the chaincode
            Rule.FM_20,
            Rule.FM_24,
            Rule.FM_25,
            Rule.FM_28,
            Rule.FM_12, // a quantity is held against its commodity's unit (CT-05) before it is added to another
            Rule.FM_32, // no act carries a time; documents on the ledger do
            Rule.DC_04); // no act carries a format; documents and authorities.json do

    private RulesOfTheChaincode() {}

    static Set<Rule> reachable() {
        Set<Rule> rules = Arrays.stream(Rule.values())
                .filter(rule -> FAMILIES.contains(rule.id().substring(0, 2)))
                .filter(rule -> !NEVER.contains(rule))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        rules.add(Rule.LB_03);
        rules.add(Rule.LB_06);
        return rules;
    }
}
