package org.yuanhu.clientapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one folder. */
class SecondServerIT {
    private static final List<String> JAVA = List.of("-Xmx256m");

    @TempDir
    Path home;

    @Test
    void theSecondSaysInOneSentenceThatTheFolderIsInUseAndTheFirstGoesOn() throws Exception {
        try (ServerProcess first = ServerProcess.start(home, JAVA).ready()) {
            try (ServerProcess second = ServerProcess.start(home, JAVA)) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.said().lines())
                        .containsExactly("Another server is running in " + home.toAbsolutePath()
                                + "; end it, or give this one a folder of its own: --yuanhu.home=FOLDER");
            }
            assertThat(first.as("province").get("/api/v1/me").status()).isEqualTo(200);
        }
        try (ServerProcess after = ServerProcess.start(home, JAVA).ready()) {
            assertThat(after.as("province").get("/api/v1/me").status()).isEqualTo(200);
        }
    }
}
