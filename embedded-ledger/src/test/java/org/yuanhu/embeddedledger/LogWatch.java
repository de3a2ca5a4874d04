package org.yuanhu.embeddedledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this process logs with a stack while it is watched. */
final class LogWatch extends Handler implements AutoCloseable {
    private final List<String> stacks = new CopyOnWriteArrayList<>();

    LogWatch() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> stacks() {
        return stacks;
    }

    @Override
    public void publish(LogRecord logged) {
        if (logged.getThrown() != null) {
            stacks.add(logged.getLoggerName() + ": " + logged.getMessage() + ": " + logged.getThrown());
        }
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
