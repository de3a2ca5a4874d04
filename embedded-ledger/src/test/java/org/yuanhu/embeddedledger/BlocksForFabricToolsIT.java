package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.embeddedledger.command.LedgerCommand;
import org.yuanhu.networkconfig.fabric.FabricTools;

/** Exported blocks, read by Fabric's own {@code configtxlator}. */
class BlocksForFabricToolsIT extends LedgerTest {
    @TempDir
    Path blocks;

    @BeforeAll
    static void needsFabricsProgramsOrGo() {
        boolean mustRun = "true".equals(System.getenv("CI"));
        Assumptions.assumeTrue(
                mustRun || FabricTools.canBeHad(System.getenv()),
                "neither Fabric's programs nor Go are on this machine");
    }

    @Test
    void configtxlatorDecodesTheFirstBlockAndEveryKindOfTransaction() throws Exception {
        submit("put", "a", "1");
        putSecret("s", "hidden");
        submit("event", "made", "payload");
        submit("countInto", "", "", "count");
        contract.newProposal("put")
                .addArguments("a", "2")
                .setEndorsingOrganizations(TestChannel.AUDITOR)
                .build()
                .endorse()
                .submitAsync()
                .getStatus();

        export("--from", "0", "--to", "5"); // while it runs
        assertThat(decoded(0))
                .contains("\"channel_id\": \"village\"", "\"single-machine\"")
                .contains(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE, TestChannel.PLATFORM, TestChannel.AUDITOR);
        for (int number = 1; number <= 5; number++) {
            assertThat(decoded(number))
                    .contains("\"number\": \"" + number + "\"", "\"namespace\": \"notebook\"", "\"tx_id\"");
        }
        assertThat(decoded(2)).contains("\"collection_name\": \"secrets\"").doesNotContain("hidden");
    }

    private void export(String... options) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LedgerCommand.class.getName(),
                "blocks",
                "export",
                blocks.toString(),
                "--ledger",
                directory.toString()));
        command.addAll(List.of(options));
        run(command);
    }

    private String decoded(int number) throws Exception {
        FabricTools tools =
                FabricTools.locate(Path.of("../network-config/tools"), System.getenv(), System.out::println);
        return run(List.of(
                tools.program("configtxlator").toString(),
                "proto_decode",
                "--type",
                "common.Block",
                "--input",
                blocks.resolve(number + ".block").toString()));
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
