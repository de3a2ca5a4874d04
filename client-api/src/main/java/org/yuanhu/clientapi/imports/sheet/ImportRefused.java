package org.yuanhu.clientapi.imports.sheet;

import java.util.List;

/** A file was not imported, and nothing of it was written, for the reasons it lists. */
public final class ImportRefused extends RuntimeException {
    private final transient List<RowError> errors;

    /** @param errors at least one, in the order of the file */
    public ImportRefused(List<RowError> errors) {
        super(errors.size() + " errors, the first by rule "
                + errors.get(0).refused().rule().id());
        this.errors = List.copyOf(errors);
    }

    /** Every reason. */
    public List<RowError> errors() {
        return errors;
    }
}
