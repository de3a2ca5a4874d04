package org.yuanhu.clientapi.imports;

/**
 * A file that is on the ledger.
 *
 * @param digest the SHA-256 of its bytes; the ids of its acts begin with the table and the first half of it
 * @param rows below the header
 * @param acts what the rows asked for: one act a row, or one a sheet
 * @param written how many of them this import added
 * @param repeated how many were there before
 * @param refusedAsExpected how many were refused, by the rule that the table itself names
 */
public record Imported(
        String table,
        String file,
        String digest,
        int rows,
        int acts,
        int written,
        int repeated,
        int refusedAsExpected) {}
