package org.yuanhu.chaincode.recognition;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The schemes and recognitions known so far. */
public final class Recognitions {
    /** By id. */
    public static final Table<Scheme> SCHEMES = new Table<>("scheme", Scheme.class, 1);
    /** By id. */
    public static final Table<Recognition> TABLE = new Table<>("recognition", Recognition.class, 1);

    private final State state;

    public Recognitions(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The scheme, which must be defined.
     *
     * @throws RefusedException RC-01 the scheme is not defined
     */
    public Scheme scheme(SchemeId id) {
        return state.find(SCHEMES, id)
                .orElseThrow(() -> RefusedException.by(Rule.RC_01)
                        .with("scheme", id.value())
                        .build());
    }

    /**
     * The recognition, which must have been applied for.
     *
     * @throws RefusedException RC-03 there is no such recognition
     */
    public Recognition recognition(RecognitionId id) {
        return state.find(TABLE, id)
                .orElseThrow(() -> RefusedException.by(Rule.RC_03)
                        .with("recognition", id.value())
                        .build());
    }

    void define(Scheme scheme) {
        if (state.has(SCHEMES, scheme.id())) {
            throw RefusedException.by(Rule.RC_02)
                    .with("scheme", scheme.id().value())
                    .build();
        }
        state.put(SCHEMES, scheme, scheme.id());
    }

    void begin(Recognition recognition) {
        if (state.has(TABLE, recognition.id())) {
            throw RefusedException.by(Rule.RC_04)
                    .with("recognition", recognition.id().value())
                    .build();
        }
        put(recognition);
    }

    void put(Recognition recognition) {
        state.put(TABLE, recognition, recognition.id());
    }
}
