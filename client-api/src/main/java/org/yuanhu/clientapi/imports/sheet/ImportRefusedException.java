package org.yuanhu.clientapi.imports.sheet;

import java.util.List;

/** A file was not imported, for the reasons it lists. */
public final class ImportRefusedException extends RuntimeException {
    private final transient List<RowError> errors;
    private final int written;

    /**
     * Refused while it was checked: nothing was written.
     *
     * @param errors at least one, in the order of the file
     */
    public ImportRefusedException(List<RowError> errors) {
        this(errors, 0);
    }

    /**
     * Refused half-way, because the ledger changed between checking and writing.
     *
     * @param written acts that were added before
     */
    public ImportRefusedException(List<RowError> errors, int written) {
        super(errors.size() + " errors, the first by rule "
                + errors.get(0).refused().rule().id());
        this.errors = List.copyOf(errors);
        this.written = written;
    }

    /** Every reason. */
    public List<RowError> errors() {
        return errors;
    }

    /** Acts that were added before; importing the file again goes on from there. */
    public int written() {
        return written;
    }
}
