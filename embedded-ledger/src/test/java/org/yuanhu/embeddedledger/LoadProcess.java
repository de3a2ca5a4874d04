package org.yuanhu.embeddedledger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperledger.fabric.client.Contract;

/** A process that runs a ledger under load and prints the name of every act it had acknowledged, until it is killed. */
final class LoadProcess {
    private static final int CLIENTS = 8;

    private LoadProcess() {}

    /** Arguments: ledger directory, a file written by {@link TestChannel#save}, a prefix for names. */
    public static void main(String[] arguments) throws Exception {
        TestChannel channel = TestChannel.load(Files.readAllBytes(Path.of(arguments[1])));
        EmbeddedLedger ledger = channel.start(Path.of(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Contract contract =
                TestChannel.contract(TestChannel.connect(channel.user(TestChannel.COOPERATIVE), ledger.channel()));
        for (int i = 0; i < CLIENTS; i++) {
            String client = arguments[2] + "." + i;
            new Thread(() -> run(contract, client, out)).start();
        }
    }

    private static void run(Contract contract, String client, PrintStream out) {
        try {
            for (int number = 0; ; number++) {
                Acts.perform(contract, client, number);
                out.println(client + "-" + number);
            }
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(3);
        }
    }
}
