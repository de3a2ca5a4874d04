package org.yuanhu.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.yuanhu.benchmarks.fabric.RealNetwork;
import org.yuanhu.benchmarks.fabric.Villages;

/**
 * P1: four organisations on real Fabric. Single acts and intake lines of the rule book beside a contract that puts one key as Fabric's
 * asset-transfer sample does, on one network, by one client code, each at its best number of clients; rounds alternate and the median
 * counts. What the numbers were chosen from is in {@code docs/performance.md}.
 */
final class FabricActs implements Row {
    private static final List<Integer> CLIENTS = List.of(16, 32, 64, 128);
    private static final List<Integer> CLERKS = List.of(8, 16, 32);
    private static final int COOPERATIVES = 8;
    private static final int LINES = 500;
    private static final double PROBE_SECONDS = 5;
    private static final double SECONDS = 10;
    private static final int ROUNDS = 3;

    @Override
    public List<Figures> measure(Consumer<String> progress) throws Exception {
        try (RealNetwork network = RealNetwork.up(0, progress)) {
            Villages villages = Villages.found(network, network.identities(), COOPERATIVES, progress);
            FabricLoads loads = new FabricLoads(network, villages, progress);
            List<FabricLoads.Load> each = List.of(loads.puts(), loads.acts(), loads.lines(LINES));
            int[] best = {
                each.get(0).best(CLIENTS, PROBE_SECONDS),
                each.get(1).best(CLIENTS, PROBE_SECONDS),
                each.get(2).best(CLERKS, PROBE_SECONDS)
            };
            double[][] rounds = new double[each.size()][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int load = 0; load < each.size(); load++) {
                    rounds[load][round] = each.get(load).perSecond(best[load], SECONDS);
                }
            }
            progress.accept(loads.linesTaken() + " lines were counted, " + villages.linesTaken()
                    + " are on the ledger's pages");
            return figures(rounds, best, loads.roundTripsPerLine());
        }
    }

    private static List<Figures> figures(double[][] rounds, int[] best, double roundTripsPerLine) {
        double puts = Rounds.median(rounds[0]);
        String peer = String.format(Locale.ROOT, "beside one-key puts/s at %d clients", best[0]);
        String acts = String.format(Locale.ROOT, "single acts/s at %d clients, %s", best[1], peer);
        String lines = String.format(
                Locale.ROOT,
                "intake lines/s at %d clerks, %d lines a sheet, %.3f round trips a line, %s",
                best[2],
                LINES,
                roundTripsPerLine,
                peer);
        return List.of(
                new Figures(Rounds.median(rounds[1]), puts, acts), new Figures(Rounds.median(rounds[2]), puts, lines));
    }
}
