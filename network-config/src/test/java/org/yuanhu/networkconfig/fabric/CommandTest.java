package org.yuanhu.networkconfig.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @Test
    void itsOutputsComeTogetherAndItsVariablesAreSet() {
        assertThat(Command.of(SHELL, "-c", "echo $A; echo err >&2")
                        .with(Map.of("A", "b"))
                        .run())
                .isEqualTo("b\nerr\n");
    }

    @Test
    void aFailureTellsTheProgramItsExitAndTheEndOfWhatItSaid() {
        assertThatThrownBy(() -> Command.of(SHELL, "-c", "for i in $(seq 20); do echo line $i; done; exit 3")
                        .run())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("sh exited with 3: line 13")
                .hasMessageEndingWith("line 20");
    }

    @Test
    void aCommandThatDoesNotEndIsEnded() {
        Instant start = Instant.now();

        assertThatThrownBy(() -> Command.of(SHELL, "-c", "exec sleep 60")
                        .within(Duration.ofMillis(300))
                        .run())
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("did not end within");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> Command.of(Path.of("/nowhere/peer"), "version").run())
                .hasMessageStartingWith("peer version cannot be run");
    }
}
