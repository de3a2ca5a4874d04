package org.yuanhu.clientapi.imports.plan;

import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.clientapi.label.PrintRunOrder;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A print run.
 *
 * @param expected the rule by which the table says it must be refused; a run that should be printed has none
 */
public record PlannedPrintRun(
        ActId id,
        int row,
        RunNumber run,
        Gtin gtin,
        Lot lot,
        LabelClass labelClass,
        int count,
        List<RecognitionId> recognitions,
        Optional<Rule> expected)
        implements PlannedAct {
    /** Stands for the root of a tree that is not yet made: no rule looks into it. */
    private static final Hash NO_ROOT = new Hash("00".repeat(32));

    @Override
    public List<Integer> rows() {
        return List.of(row);
    }

    @Override
    public String subject() {
        return run.value();
    }

    @Override
    public String chain() {
        return gtin + "/" + lot;
    }

    @Override
    public Rehearsed rehearse(ImportContext context) {
        try {
            context.rehearse(act(NO_ROOT));
        } catch (RefusedException refused) {
            if (expected.filter(rule -> rule == refused.rule()).isPresent()) {
                return Rehearsed.REFUSED_AS_EXPECTED;
            }
            if (refused.rule() == Rule.ID_01 && isDone(context)) {
                return Rehearsed.DONE;
            }
            throw refused;
        }
        if (expected.isPresent()) {
            throw RefusedException.by(Rule.IM_20)
                    .with("row", row)
                    .with("expected", expected.get().id())
                    .build();
        }
        return Rehearsed.NEW;
    }

    @Override
    public boolean carryOut(ImportContext context) {
        return context.printRuns()
                .assign(
                        context.who(),
                        new PrintRunOrder(id, Optional.of(run), gtin, lot, labelClass, count, recognitions))
                .repeated();
    }

    private boolean isDone(ImportContext context) {
        return context.document(id)
                .map(document -> Json.stored("act/" + id, document.get("act").toString(), AssignRun.class))
                .filter(done -> done.equals(act(done.root())))
                .isPresent();
    }

    private AssignRun act(Hash root) {
        return new AssignRun(id, run, gtin, lot, labelClass, count, root, recognitions);
    }
}
