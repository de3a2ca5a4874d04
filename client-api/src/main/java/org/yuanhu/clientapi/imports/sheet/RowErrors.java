package org.yuanhu.clientapi.imports.sheet;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What is wrong with a file: the first of it in the order of the rows, and how many there are. A file may be wrong in every cell of
 * every row; however many those are, this holds no more than it lists. Safe for use by several threads.
 */
final class RowErrors {
    private static final Comparator<Arrived> IN_ORDER = Comparator.<Arrived>comparingInt(
                    arrived -> arrived.error().row().orElse(0))
            .thenComparingLong(Arrived::number);

    /** The last on top: it makes room for one that stands before it. */
    private final PriorityQueue<Arrived> first = new PriorityQueue<>(IN_ORDER.reversed());

    private long count;

    /** @param number those of one row stay in the order in which they were found */
    private record Arrived(RowError error, long number) {}

    synchronized void add(RowError error) {
        first.add(new Arrived(error, count));
        count++;
        if (first.size() > ImportRefusedException.LISTED) {
            first.poll();
        }
    }

    /** How many were found, listed or not. */
    synchronized long count() {
        return count;
    }

    /** @throws ImportRefusedException if there are any */
    synchronized void mustBeNone() {
        if (count > 0) {
            List<RowError> listed =
                    first.stream().sorted(IN_ORDER).map(Arrived::error).toList();
            throw new ImportRefusedException(listed, count - listed.size(), 0);
        }
    }
}
