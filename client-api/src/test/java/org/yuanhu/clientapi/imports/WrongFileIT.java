package org.yuanhu.clientapi.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;
import org.yuanhu.clientapi.ServerProcess;
import org.yuanhu.vocabulary.rule.Limits;

/** A file that is wrong all over, at a server with the memory it is meant to run in. */
class WrongFileIT {
    private static final int WRONG_CELLS_A_ROW = 5;

    @TempDir
    Path home;

    @Test
    void aFileWithAHundredThousandWrongCellsIsAnsweredWithTheFirstOfThemWithin256Megabytes() throws Exception {
        byte[] file = ("sheet,cooperative,season,household,commodity,quantity,unit,day,recognised,confirmed\n"
                        + "x,9.15201E+17,x,x,walnut-in-shell,1,kg,1,yes,perhaps\n".repeat(Limits.IMPORT_ROWS))
                .getBytes(StandardCharsets.UTF_8);
        try (ServerProcess server =
                ServerProcess.start(home, List.of("-Xmx256m")).ready()) {
            Client clerk = server.as("clerk-1");

            Answer refused = clerk.importCsv("intake", file);

            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.json().path("errors")).hasSize(200);
            assertThat(refused.json().path("more").asInt(0)).isEqualTo(WRONG_CELLS_A_ROW * Limits.IMPORT_ROWS - 200);
            assertThat(server.said()).doesNotContain("OutOfMemoryError");
            assertThat(clerk.get("/api/v1/me").status()).isEqualTo(200);
        }
    }
}
