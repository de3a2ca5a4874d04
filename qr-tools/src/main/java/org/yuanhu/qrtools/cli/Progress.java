package org.yuanhu.qrtools.cli;

import java.io.PrintWriter;

/** Tells on the error stream how far long work is: the first time after two seconds, then every two. */
final class Progress {
    private static final long EVERY = 2_000_000_000L;

    private final PrintWriter out;
    private final String key;
    private final int total;
    private long last = System.nanoTime();

    Progress(PrintWriter out, String key, int total) {
        this.out = out;
        this.key = key;
        this.total = total;
    }

    void at(int done) {
        if (System.nanoTime() - last > EVERY) {
            last = System.nanoTime();
            out.println(Messages.say(key, done, total, 100L * done / total));
        }
    }
}
