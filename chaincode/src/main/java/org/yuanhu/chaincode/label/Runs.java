package org.yuanhu.chaincode.label;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The print runs assigned so far. */
public final class Runs {
    /** By run number. */
    public static final Table<Run> TABLE = new Table<>("run", Run.class, 1);

    private final State state;

    public Runs(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The run of this number.
     *
     * @throws RefusedException RN-07 there is no such run
     */
    public Run run(RunNumber number) {
        return state.find(TABLE, number)
                .orElseThrow(() -> RefusedException.by(Rule.RN_07)
                        .with("run", number.value())
                        .build());
    }

    void assign(Run run) {
        if (state.has(TABLE, run.run())) {
            throw RefusedException.by(Rule.RN_02).with("run", run.run().value()).build();
        }
        state.put(TABLE, run, run.run());
    }
}
