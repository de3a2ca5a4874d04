package org.yuanhu.chaincode.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "access.md");

    @Test
    void theDocumentShowsTheAccessTableOfTheCode() throws IOException {
        String table = "| act | "
                + Arrays.stream(Role.values()).map(Role::text).collect(Collectors.joining(" | ")) + " |\n|---|"
                + "---|".repeat(Role.values().length) + "\n"
                + Arrays.stream(Operation.values()).map(AccessDocumentTest::row).collect(Collectors.joining());
        assertThat(Files.readString(DOCUMENT)).contains(table);
    }

    private static String row(Operation operation) {
        return "| `" + operation.text() + "` | "
                + Arrays.stream(Role.values())
                        .map(role -> Access.scope(role, operation)
                                .map(AccessDocumentTest::text)
                                .orElse(""))
                        .collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static String text(Scope scope) {
        return switch (scope) {
            case OWN_REGION -> "own region";
            case OWN_COOPERATIVE -> "own cooperative";
            case OWN_MEMBERS -> "own members";
            case ANYWHERE -> "yes";
        };
    }
}
