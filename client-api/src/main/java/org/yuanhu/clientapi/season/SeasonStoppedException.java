package org.yuanhu.clientapi.season;

import java.util.List;

/** The season's import cannot go on now; the message says to a person why. What was imported stays, and the next run goes on from there. */
final class SeasonStoppedException extends RuntimeException {
    private final List<String> lines;

    SeasonStoppedException(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    SeasonStoppedException(String line) {
        this(List.of(line));
    }

    /** What is wrong, a line each. */
    List<String> lines() {
        return lines;
    }
}
