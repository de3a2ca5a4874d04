package org.yuanhu.clientapi.problem;

import java.util.ArrayList;
import java.util.List;

/** An exception as it may be logged: kinds and places, never messages, which quote what people sent. */
final class FailurePlace {
    private static final int FRAMES = 8;

    private FailurePlace() {}

    static String of(Throwable failure) {
        List<String> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && chain.size() < FRAMES; cause = cause.getCause()) {
            StringBuilder one = new StringBuilder(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                one.append(" < ").append(frames[i]);
            }
            chain.add(one.toString());
        }
        return String.join(" | caused by ", chain);
    }
}
