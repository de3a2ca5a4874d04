package org.yuanhu.chaincode.intake;

import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.time.Season;

/**
 * A sheet of what households handed in at the scale. The sheet's id is the act's.
 *
 * @param season whose allotments the recognised lines count against
 * @param lines 1 to 500; a line's number is its place, from 0
 */
public record RecordSheet(ActId id, CreditCode cooperative, Season season, List<IntakeLine> lines) implements Act {
    public RecordSheet {
        lines = List.copyOf(lines);
    }

    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-29, or as a line is refused */
    @Override
    public void validate() {
        FieldRules.mustHaveSome("lines", lines, Limits.LINES_A_SHEET);
        FieldRules.mustEachBeValid("lines", lines);
    }

    @Override
    public Operation operation() {
        return Operation.RECORD_SHEET;
    }
}
