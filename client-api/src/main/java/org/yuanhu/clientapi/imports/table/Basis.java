package org.yuanhu.clientapi.imports.table;

import java.time.LocalDate;
import org.yuanhu.vocabulary.id.ActId;

/**
 * What a table's rows are read against.
 *
 * @param digest the SHA-256 of the file's bytes, lower-case hex
 * @param day the day of the import, from which days before it are counted
 * @param ledger its state
 */
public record Basis(String digest, LocalDate day, LedgerView ledger) {
    private static final int DIGEST_CHARACTERS = 32;

    /** The id of the act that a row, or a sheet, of this file becomes: the same file makes the same ids. */
    ActId id(Table table, int number) {
        return new ActId(table.name() + "-" + digest.substring(0, DIGEST_CHARACTERS) + "-" + number);
    }
}
