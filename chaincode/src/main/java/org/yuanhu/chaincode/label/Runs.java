package org.yuanhu.chaincode.label;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.RunNumber;

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
     * @throws Refused RN-07 there is no such run
     */
    public Run run(RunNumber number) {
        return state.find(TABLE, number).orElseThrow(() -> Refused.of(Rule.RN_07, "run", number.value()));
    }

    void assign(Run run) {
        if (state.has(TABLE, run.run())) {
            throw Refused.of(Rule.RN_02, "run", run.run().value());
        }
        state.put(TABLE, run, run.run());
    }
}
