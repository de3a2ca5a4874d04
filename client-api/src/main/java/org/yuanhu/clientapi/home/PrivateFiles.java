package org.yuanhu.clientapi.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.yuanhu.consortium.file.DurableFile;

/** Files that hold secrets: whole or absent after a crash, and readable by this server's account alone. */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** {@link DurableFile#writeSecret(Path, byte[])} with the disk's failure as it is. */
    public static void write(Path target, byte[] content) throws IOException {
        try {
            DurableFile.writeSecret(target, content);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
