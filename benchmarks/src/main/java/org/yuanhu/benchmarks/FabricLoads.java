package org.yuanhu.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Transaction;
import org.yuanhu.benchmarks.fabric.AssetTransfer;
import org.yuanhu.benchmarks.fabric.Lane;
import org.yuanhu.benchmarks.fabric.RealNetwork;
import org.yuanhu.benchmarks.fabric.Simulation;
import org.yuanhu.benchmarks.fabric.Villages;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ActId;

/** What clients do on a real network, and how much of it is committed as valid: nothing else counts. */
final class FabricLoads {
    private final Contract province;
    private final BlockingQueue<Lane> lanes;
    private final String chaincode;
    private final Consumer<String> progress;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicBoolean firstFailed = new AtomicBoolean();
    private final LongAdder failed = new LongAdder();
    private final LongAdder linesTaken = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();

    FabricLoads(RealNetwork network, Villages villages, Consumer<String> progress) {
        this.province = villages.province();
        this.lanes = new LinkedBlockingQueue<>(villages.lanes());
        this.chaincode = network.consortium().chaincode();
        this.progress = progress;
    }

    /** The peer: one small document put under one key, after a look whether it is there. */
    Load puts() {
        return new Load("one-key puts", this::put);
    }

    /** A small act of the rule book: the province defines a commodity. */
    Load acts() {
        return new Load("single acts", this::define);
    }

    /** Sheets of recognised lines by clerks of all cooperatives; a page is in one sheet at a time. */
    Load lines(int perSheet) {
        return new Load("intake lines, " + perSheet + " a sheet,", () -> record(perSheet));
    }

    /** Lines counted so far: of valid sheets that read and wrote their allotment. */
    long linesTaken() {
        return linesTaken.sum();
    }

    /** Round trips of a chaincode process to its peer for each of those lines. */
    double roundTripsPerLine() {
        return roundTrips.sum() / (double) linesTaken.sum();
    }

    /** Something clients do. */
    final class Load {
        private final String name;
        private final Clients.Counted work;

        private Load(String name, Clients.Counted work) {
            this.name = name;
            this.work = work;
        }

        /** The number of clients at which most is done, of those tried for a few seconds each. */
        int best(List<Integer> clients, double seconds) throws Exception {
            perSecond(clients.get(0), seconds);
            int best = 0;
            double most = -1;
            for (int candidate : clients) {
                double rate = perSecond(candidate, seconds);
                if (rate > most) {
                    most = rate;
                    best = candidate;
                }
            }
            return best;
        }

        double perSecond(int clients, double seconds) throws Exception {
            long before = failed.sum();
            double rate = Clients.countedPerSecond(clients, seconds, work);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s at %d clients: %.0f/s, %d transactions failed",
                    name,
                    clients,
                    rate,
                    failed.sum() - before));
            return rate;
        }
    }

    private long put() throws Exception {
        String id = "asset-" + number.incrementAndGet();
        return committed(() -> province.newProposal(AssetTransfer.CREATE)
                .addArguments(id, "blue", "5", "Tomoko", "300")
                .build()
                .endorse()
                .submit());
    }

    private long define() throws Exception {
        int next = number.incrementAndGet();
        DefineCommodity act = new DefineCommodity(
                new ActId("define-" + next), new CommodityCode("commodity-" + next), "Commodity " + next, Unit.GRAM);
        return committed(() -> endorsed(province, act).submit());
    }

    private long record(int perSheet) throws Exception {
        Lane lane = lanes.take();
        try {
            RecordSheet sheet = Villages.sheet(lane, new ActId("sheet-" + number.incrementAndGet()), perSheet);
            long lines = perSheet
                    * committed(() -> {
                        Transaction endorsed = endorsed(lane.clerk(), sheet);
                        Simulation simulation = Simulation.of(endorsed, chaincode);
                        if (!simulation.changes("allotment")) {
                            throw new IllegalStateException("a sheet that takes from no allotment: " + simulation);
                        }
                        endorsed.submit();
                        roundTrips.add(simulation.roundTrips());
                    });
            linesTaken.add(lines);
            return lines;
        } finally {
            lanes.put(lane);
        }
    }

    private static Transaction endorsed(Contract client, Act act) throws GatewayException {
        return client.newProposal(act.operation().text())
                .addArguments(Json.write(act))
                .build()
                .endorse();
    }

    /** 1 if it was committed as valid; 0 if the ledger refused it or its answer was lost. */
    private long committed(Clients.Act act) throws Exception {
        try {
            act.run();
            return 1;
        } catch (GatewayException | CommitException e) {
            if (firstFailed.compareAndSet(false, true)) {
                progress.accept(
                        "the first that failed: " + e + (e instanceof GatewayException g ? " " + g.getDetails() : ""));
            }
            failed.increment();
            return 0;
        }
    }
}
