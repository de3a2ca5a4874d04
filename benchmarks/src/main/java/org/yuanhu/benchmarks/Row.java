package org.yuanhu.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One line of the table of benchmarks. */
interface Row {

    /** Measures, telling from time to time how far it is. */
    List<Figures> measure(Consumer<String> progress) throws Exception;

    /**
     * What was measured.
     *
     * @param ours how fast this product is
     * @param peer how fast the peer is, in the same run and unit
     * @param unit what is counted in which time
     */
    record Figures(double ours, double peer, String unit) {

        /** One line of JSON. */
        String json(String row) {
            return String.format(
                    Locale.ROOT,
                    "{\"row\":\"%s\",\"ours\":%.1f,\"peer\":%.1f,\"ratio\":%.2f,\"unit\":\"%s\"}",
                    row,
                    ours,
                    peer,
                    ours / peer,
                    unit);
        }
    }
}
