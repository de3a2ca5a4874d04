package org.yuanhu.clientapi.imports.sheet;

import java.util.List;

/** A file was not imported, for the reasons it lists. */
public final class ImportRefusedException extends RuntimeException {
    /** So many reasons are listed at most; nobody reads more before correcting these, and a file may have a hundred thousand. */
    public static final int LISTED = 200;

    private final transient List<RowError> errors;
    private final long more;
    private final int written;

    /**
     * Refused while it was checked: nothing was written.
     *
     * @param errors at least one, in the order of the file
     */
    public ImportRefusedException(List<RowError> errors) {
        this(errors, 0, 0);
    }

    /**
     * Refused half-way, because the ledger changed between checking and writing.
     *
     * @param more reasons that are not listed
     * @param written acts that were added before
     */
    public ImportRefusedException(List<RowError> errors, long more, int written) {
        super(errors.size() + more + " errors, the first by rule "
                + errors.get(0).refused().rule().id());
        this.errors = List.copyOf(errors);
        this.more = more;
        this.written = written;
    }

    /** The first reasons in the order of the file, at most {@link #LISTED}. */
    public List<RowError> errors() {
        return errors;
    }

    /** How many more reasons there are. */
    public long more() {
        return more;
    }

    /** Acts that were added before; importing the file again goes on from there. */
    public int written() {
        return written;
    }
}
