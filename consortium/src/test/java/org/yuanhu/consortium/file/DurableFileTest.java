package org.yuanhu.consortium.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such modes")
class DurableFileTest {
    @TempDir
    Path folder;

    @Test
    void aSecretIsItsOwnersOnlyAlsoWhereAnOpenFileStood() throws IOException {
        Path file = folder.resolve("new/secret");
        DurableFile.write(file, "open");
        assertThat(mode(file)).isEqualTo("rw-r--r--");

        DurableFile.writeSecret(file, new byte[] {1, 2});

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(file).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void aSecretIsNeverCreatedOverAnother() throws IOException {
        Path file = folder.resolve("new/secret");
        DurableFile.createSecret(file, "first".getBytes(UTF_8));

        assertThatThrownBy(() -> DurableFile.createSecret(file, "second".getBytes(UTF_8)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("first");
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void aFileStaysAsItWasWhenWritingItFails() throws IOException {
        Path file = folder.resolve("label.pdf");
        DurableFile.write(file, out -> out.write(1));

        assertThatThrownBy(() -> DurableFile.write(file, out -> {
                    out.write(2);
                    throw new IOException("no paper");
                }))
                .hasCauseInstanceOf(IOException.class);

        assertThat(file).hasBinaryContent(new byte[] {1});
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatWasOpenIsClosed() throws IOException {
        Path open = Files.createDirectories(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(mode(DurableFile.secretFolder(open))).isEqualTo("rwxr-xr-x");
        assertThat(mode(DurableFile.closedFolder(open))).isEqualTo("rwx------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
