package org.yuanhu.chaincode.batch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.ActId;
import org.yuanhu.vocabulary.Limits;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/**
 * Whole lines of one sheet.
 *
 * @param lines their numbers, from 0
 */
public record SheetLines(ActId sheet, List<Integer> lines) {
    /** @throws Refused FM-26, FM-29 */
    public SheetLines {
        lines = Words.some("lines", lines, Limits.LINES_A_SHEET);
    }

    /** Refuses no lines, more than 1,000 in all, and a line named twice. */
    static List<SheetLines> distinct(List<SheetLines> inputs) {
        List<SheetLines> some = Words.some("inputs", inputs, Limits.LINES_A_BATCH);
        Limits.mustHold(
                "inputs", some.stream().mapToInt(input -> input.lines.size()).sum(), Limits.LINES_A_BATCH);
        Set<SheetLine> seen = new HashSet<>();
        for (SheetLines input : some) {
            for (int line : input.lines) {
                if (!seen.add(new SheetLine(input.sheet, line))) {
                    throw Refused.of(Rule.BT_05, "sheet", input.sheet.value(), "line", line);
                }
            }
        }
        return some;
    }

    private record SheetLine(ActId sheet, int line) {}
}
