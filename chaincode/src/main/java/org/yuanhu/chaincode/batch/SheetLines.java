package org.yuanhu.chaincode.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * Whole lines of one sheet.
 *
 * @param lines their numbers, from 0
 */
public record SheetLines(ActId sheet, List<Integer> lines) implements Incoming {
    public SheetLines {
        lines = List.copyOf(lines);
    }

    /** @throws RefusedException FM-26, FM-29 */
    @Override
    public void validate() {
        FieldRules.mustHaveSome("lines", lines, Limits.LINES_A_SHEET);
    }

    /**
     * Refuses no lines, more than 1,000 in all or of more than 40 sheets, and a line named twice.
     *
     * @throws RefusedException FM-26, FM-29, BT-05
     */
    static void mustBeDistinct(List<SheetLines> inputs) {
        FieldRules.mustHaveSome("inputs", inputs, Limits.LINES_A_BATCH);
        FieldRules.mustEachBeValid("inputs", inputs);
        Limits.mustHold(
                "inputs", inputs.stream().mapToInt(input -> input.lines.size()).sum(), Limits.LINES_A_BATCH);
        Limits.mustHold("sheets", bySheet(inputs).size(), Limits.SHEETS_A_BATCH);
        NamedLines named = new NamedLines();
        inputs.forEach(named::add);
    }

    /** The same lines with each sheet once, in the order the sheets are first named: a sheet's bits are written once. */
    static List<SheetLines> bySheet(List<SheetLines> inputs) {
        Map<ActId, List<Integer>> sheets = new LinkedHashMap<>();
        for (SheetLines input : inputs) {
            sheets.computeIfAbsent(input.sheet, sheet -> new ArrayList<>()).addAll(input.lines);
        }
        List<SheetLines> merged = new ArrayList<>();
        sheets.forEach((sheet, lines) -> merged.add(new SheetLines(sheet, lines)));
        return merged;
    }
}
