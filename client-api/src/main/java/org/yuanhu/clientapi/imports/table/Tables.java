package org.yuanhu.clientapi.imports.table;

import java.util.List;
import java.util.stream.Collectors;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Every table there is, in the order in which a season is entered. */
public final class Tables {
    private static final List<Table> ALL = List.of(
            RegistryTables.REGIONS,
            RegistryTables.COMMODITIES,
            CeilingTables.YIELDS,
            RecognitionTables.SCHEMES,
            RegistryTables.COOPERATIVES,
            RegistryTables.RUN_BLOCKS,
            RegistryTables.COMPANY_PREFIXES,
            RegistryTables.PRODUCTS,
            RecognitionTables.RECOGNITIONS,
            RecognitionTables.STEPS,
            HouseholdTable.HOUSEHOLDS,
            RegistryTables.MEMBERSHIPS,
            CeilingTables.CEILINGS,
            CeilingTables.CONFIRMATIONS,
            CeilingTables.ALLOTMENTS,
            IntakeTable.INTAKE,
            PackingTables.BATCHES,
            PackingTables.PRINT_RUNS,
            RecognitionTables.REVOCATIONS);

    private Tables() {}

    /** All of them. */
    public static List<Table> all() {
        return ALL;
    }

    /**
     * The table with this name.
     *
     * @throws RefusedException IM-21
     */
    public static Table named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RefusedException.by(Rule.IM_21)
                        .with("value", name)
                        .with("allowed", names())
                        .build());
    }

    private static String names() {
        return ALL.stream().map(Table::name).collect(Collectors.joining(" "));
    }
}
