package org.yuanhu.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Measures one row: progress on the error stream, the figures as the last lines of the other. */
public final class Benchmarks {
    /** Each row with the class that measures it. */
    private static final Map<String, Supplier<Row>> ROWS = new TreeMap<>(
            Map.of("F1", HangingPeer::new, "P1", FabricActs::new, "P2", LabelSheets::new, "P5", DurableActs::new));

    private Benchmarks() {}

    /** Takes the row's name. */
    public static void main(String[] arguments) throws Exception {
        Supplier<Row> row = arguments.length == 1 ? ROWS.get(arguments[0]) : null;
        if (row == null) {
            System.err.println("usage: benchmarks/run ROW   with ROW one of " + String.join(", ", ROWS.keySet()));
            System.exit(2);
            return;
        }
        List<Row.Figures> figures = row.get().measure(line -> System.err.println(arguments[0] + ": " + line));
        System.err.flush();
        figures.forEach(each -> System.out.println(each.json(arguments[0])));
        System.exit(0);
    }
}
