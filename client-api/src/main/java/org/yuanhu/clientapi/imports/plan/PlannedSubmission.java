package org.yuanhu.clientapi.imports.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.RefusedException;

/** An act of the person who imports. */
public record PlannedSubmission(List<Integer> rows, String subject, String chain, Act act) implements PlannedAct {
    private static final Pattern LINE = Pattern.compile("lines\\[([0-9]{1,3})].*");

    /** @throws RefusedException what is wrong with the act's form: it is told of its row, before anything reaches the ledger */
    public PlannedSubmission {
        act.validate();
    }

    /** The act of one row, whose subject is all it shares with others. */
    public static PlannedSubmission of(int row, Object subject, Act act) {
        return new PlannedSubmission(List.of(row), subject.toString(), subject.toString(), act);
    }

    /** The same, in a chain with acts on other subjects. */
    public PlannedSubmission after(Object otherChain) {
        return new PlannedSubmission(rows, subject, otherChain.toString(), act);
    }

    @Override
    public ActId id() {
        return act.id();
    }

    @Override
    public Rehearsed rehearse(ImportContext context) {
        return context.rehearse(act);
    }

    @Override
    public boolean carryOut(ImportContext context) {
        return context.ledger().submit(context.who(), act).repeated();
    }

    /** Of a sheet's lines the one that the refusal names by number, path or household. */
    @Override
    public int rowOf(RefusedException refused) {
        if (!(act instanceof RecordSheet sheet)) {
            return rows.get(0);
        }
        Object line = refused.arguments().get("line");
        Matcher path = LINE.matcher(String.valueOf(refused.arguments().get("field")));
        Object household = refused.arguments().get("household");
        int index = 0;
        if (line instanceof Number number) {
            index = number.intValue();
        } else if (path.matches()) {
            index = Integer.parseInt(path.group(1));
        } else if (household != null) {
            index = firstOf(sheet, household.toString());
        }
        return rows.get(Math.max(0, Math.min(index, rows.size() - 1)));
    }

    private static int firstOf(RecordSheet sheet, String household) {
        for (int i = 0; i < sheet.lines().size(); i++) {
            if (sheet.lines().get(i).household().value().equals(household)) {
                return i;
            }
        }
        return 0;
    }
}
