package org.yuanhu.clientapi.problem;

import java.io.IOException;
import java.util.List;

/** Tells a disk without room from a fault of ours: what is not written now can be, as soon as there is room. */
final class FullDisk {
    /** The sentence that says it. */
    static final String SAYS = "disk.full";

    /** What the systems say, Linux and macOS, their quotas, and Windows: Java has no type for it. */
    private static final List<String> SAID =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    /** Chains of causes are short; one that runs in a circle ends here. */
    private static final int CAUSES = 16;

    private FullDisk() {}

    /** Whether the failure, or what caused it, is that a file cannot be written for want of room. */
    static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            String message = cause.getMessage();
            if (cause instanceof IOException && message != null && SAID.stream().anyMatch(message::contains)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
