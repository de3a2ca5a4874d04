package org.yuanhu.embeddedledger.simulation;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.yuanhu.embeddedledger.store.StateRange;
import org.yuanhu.embeddedledger.store.Versioned;
import org.yuanhu.embeddedledger.store.View;

/** Public state as one simulation sees it: the snapshot, never its own writes. */
final class PublicState {
    /** What the shim sends for an open start, so that composite keys are left out. */
    static final String OPEN_START = "\u0001";

    /** The highest code point ends a range of composite keys, as in the shim. */
    private static final String HIGHEST = "\udbff\udfff";

    private final View view;
    private final ReadWriteSet set;
    private final WriteRules rules;
    private final List<RangeReads> ranges = new ArrayList<>();

    PublicState(View view, ReadWriteSet set, WriteRules rules) {
        this.view = view;
        this.set = set;
        this.rules = rules;
    }

    byte[] get(String key) {
        Versioned found = view.state(key);
        set.read(key, found);
        return found == null ? new byte[0] : found.value();
    }

    void put(String key, byte[] value) {
        requireKey(key);
        rules.beforeWrite();
        set.write(key, value);
    }

    static void requireKey(String key) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("key cannot be an empty string");
        }
    }

    RangeReads range(String start, String end) {
        String from = start.isEmpty() ? OPEN_START : start;
        CompositeKey.validateSimpleKeys(from, end);
        return open(from, end);
    }

    RangeReads composite(CompositeKey key) {
        return open(key.toString(), key + HIGHEST);
    }

    private RangeReads open(String start, String end) {
        StateRange range = view.range(start, end);
        return keep(RangeReads.all(range, start, end));
    }

    RangeReads page(String start, String end, int size, String bookmark) {
        String from = start.isEmpty() ? OPEN_START : start;
        CompositeKey.validateSimpleKeys(from, end);
        return openPage(from, end, size, bookmark);
    }

    RangeReads compositePage(CompositeKey key, int size, String bookmark) {
        return openPage(key.toString(), key + HIGHEST, size, bookmark);
    }

    private RangeReads openPage(String start, String end, int size, String bookmark) {
        rules.beforePagedQuery();
        if (size <= 0) {
            throw new IllegalArgumentException("a page holds at least one key, not " + size);
        }
        String from = bookmark.isEmpty() ? start : bookmark;
        return keep(RangeReads.page(view.range(from, end), from, end, size));
    }

    private RangeReads keep(RangeReads reads) {
        ranges.add(reads);
        return reads;
    }

    /** Ends every query and notes what they read. */
    void finish() {
        for (RangeReads reads : ranges) {
            reads.close();
            set.range(reads.noted());
        }
    }
}
