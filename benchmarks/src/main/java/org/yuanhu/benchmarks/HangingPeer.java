package org.yuanhu.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yuanhu.benchmarks.server.People;
import org.yuanhu.benchmarks.server.ServedNetwork;
import org.yuanhu.consortium.MspId;

/**
 * How long a client waits for an act at most while the peer hangs that its server asks first, with one client, who has nobody to find
 * out before, and with sixteen. Beside it stands the longest wait of the same clients just before.
 */
final class HangingPeer implements Row {
    private static final MspId ORGANISATION = new MspId("GovernmentMSP");
    private static final int ROUNDS = Integer.getInteger("yuanhu.rounds", 5);
    private static final int[] CLIENTS = {1, 16};
    private static final int CALM_SECONDS = 8;
    private static final int HANGS_SECONDS = 20;
    private static final int AFTER_SECONDS = 8;

    @Override
    public List<Figures> measure(Consumer<String> progress) throws IOException, InterruptedException {
        List<Figures> figures = new ArrayList<>();
        try (ServedNetwork network = ServedNetwork.up(progress)) {
            for (int clients : CLIENTS) {
                double calm = 0;
                double hanging = 0;
                for (int round = 1; round <= ROUNDS; round++) {
                    String name = "f1-" + clients + "-" + round;
                    try (People people = People.at(network.server(ORGANISATION), "province", name, clients)) {
                        TimeUnit.SECONDS.sleep(CALM_SECONDS);
                        calm = Math.max(calm, Collections.max(people.longestWaits()));
                        network.pausePeer(ORGANISATION);
                        TimeUnit.SECONDS.sleep(HANGS_SECONDS);
                        network.continuePeer(ORGANISATION);
                        TimeUnit.SECONDS.sleep(AFTER_SECONDS);
                        people.stop();
                        List<Double> waits = people.longestWaits();
                        hanging = Math.max(hanging, Collections.max(waits));
                        progress.accept(clients + " clients, round " + round + ", longest wait of each: "
                                + waits.stream()
                                        .map(wait -> String.format(Locale.ROOT, "%.1f", wait))
                                        .collect(Collectors.joining(" "))
                                + " s");
                    }
                }
                figures.add(new Figures(hanging, calm, "s, longest wait of any of " + clients + " clients"));
            }
        }
        return figures;
    }
}
