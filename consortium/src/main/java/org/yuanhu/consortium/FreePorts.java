package org.yuanhu.consortium;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The demonstration's consortium on other ports, for a network beside another on one machine. */
public final class FreePorts {
    private static final int DEMO = 7_100;
    private static final int LOWEST = 20_000;
    /** Below those that systems give to clients. */
    private static final int BLOCKS = 120;

    private static final int BLOCK = 100;
    private static final int ORGANISATIONS = 4;
    private static final int EACH = 10;

    private FreePorts() {}

    /**
     * The file of {@link Consortium#demo}, its forty ports moved to forty that are free now. Not always the same ones: another network
     * may be about to take them.
     */
    public static String demoYaml() {
        int first;
        do {
            first = LOWEST + BLOCK * ThreadLocalRandom.current().nextInt(BLOCKS);
        } while (!areFree(first));
        String moved = Consortium.demoYaml();
        for (int ports = 0; ports < EACH * ORGANISATIONS; ports += EACH) {
            moved = moved.replace("port: " + (DEMO + ports), "port: " + (first + ports));
        }
        return moved;
    }

    private static boolean areFree(int first) {
        for (int port = first; port < first + EACH * ORGANISATIONS; port++) {
            try (ServerSocket probe = new ServerSocket(port)) {
                probe.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
