package org.yuanhu.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import org.yuanhu.benchmarks.fabric.RealNetwork;
import org.yuanhu.benchmarks.fabric.Villages;

/** What row P1's numbers are chosen from: one setting changed at a time, a few seconds each. {@code benchmarks/sweep} starts it. */
public final class FabricSweep {
    private static final int COOPERATIVES = 4;
    private static final int CLIENTS = 64;
    private static final int CLERKS = 16;
    private static final int LINES = 500;
    private static final double SECONDS = 8;

    private FabricSweep() {}

    /** {@code clients}, {@code threads}, or {@code here WHAT}: measures what the class path sets, under that name. */
    public static void main(String[] arguments) throws Exception {
        Consumer<String> said = line -> System.err.println("sweep: " + line);
        try (RealNetwork network = RealNetwork.up(0, said)) {
            Villages villages = Villages.found(network, network.identities(), COOPERATIVES, said);
            Consumer<String> rows = System.out::println;
            FabricLoads loads = new FabricLoads(network, villages, rows);
            switch (arguments[0]) {
                case "clients" -> clients(loads);
                case "threads" -> {
                    for (int threads : List.of(5, 16, 32, 64)) {
                        network.deploy(threads);
                        rows.accept(threads + " chaincode threads:");
                        fixed(loads);
                    }
                }
                default -> {
                    rows.accept(arguments[0] + ":");
                    fixed(loads);
                }
            }
        }
        System.exit(0);
    }

    private static void clients(FabricLoads loads) throws Exception {
        List<Integer> clients = List.of(16, 32, 64, 128);
        loads.puts().best(clients, SECONDS);
        loads.acts().best(clients, SECONDS);
        loads.lines(LINES).best(List.of(4, 8, 16), SECONDS);
        for (int lines : List.of(50, 200, 500)) {
            loads.lines(lines).perSecond(CLERKS, SECONDS);
        }
    }

    private static void fixed(FabricLoads loads) throws Exception {
        loads.acts().perSecond(CLIENTS, SECONDS / 2); // a new process is slow at first
        loads.puts().perSecond(CLIENTS, SECONDS);
        loads.acts().perSecond(CLIENTS, SECONDS);
        loads.lines(LINES).perSecond(CLERKS, SECONDS);
    }
}
