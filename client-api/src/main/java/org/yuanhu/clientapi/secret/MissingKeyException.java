package org.yuanhu.clientapi.secret;

import java.nio.file.Path;

/** A key is missing, or is another than the one that something here was made with. A new one would not open it: nothing is made anew. */
public final class MissingKeyException extends RuntimeException {
    private final Path file;

    /**
     * @param file the key's
     * @param what is wrong with it, the end of a sentence that begins with the file
     * @param remedy what to do
     */
    public MissingKeyException(Path file, String what, String remedy) {
        super("The key file " + file + " " + what + ". " + remedy);
        this.file = file;
    }

    /** The key's file. */
    public Path file() {
        return file;
    }
}
