package org.yuanhu.clientapi.imports.sheet;

import java.util.Optional;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * What is wrong with one cell or row.
 *
 * @param row as the spreadsheet numbers it; empty if it is the file as a whole
 * @param column empty if it is the row as a whole
 * @param value as it stands in the file; never logged, it may be personal
 * @param refused the rule and its facts
 */
public record RowError(
        Optional<Integer> row, Optional<Column<?>> column, Optional<String> value, RefusedException refused) {
    /** Something about the whole file. */
    public static RowError ofFile(RefusedException refused) {
        return new RowError(Optional.empty(), Optional.empty(), Optional.empty(), refused);
    }
}
