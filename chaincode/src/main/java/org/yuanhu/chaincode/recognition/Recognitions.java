package org.yuanhu.chaincode.recognition;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.RecognitionId;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.SchemeId;

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
     * @throws Refused RC-01 the scheme is not defined
     */
    public Scheme scheme(SchemeId id) {
        return state.find(SCHEMES, id).orElseThrow(() -> Refused.of(Rule.RC_01, "scheme", id.value()));
    }

    /**
     * The recognition, which must have been applied for.
     *
     * @throws Refused RC-03 there is no such recognition
     */
    public Recognition recognition(RecognitionId id) {
        return state.find(TABLE, id).orElseThrow(() -> Refused.of(Rule.RC_03, "recognition", id.value()));
    }

    void define(Scheme scheme) {
        if (state.has(SCHEMES, scheme.id())) {
            throw Refused.of(Rule.RC_02, "scheme", scheme.id().value());
        }
        state.put(SCHEMES, scheme, scheme.id());
    }

    void begin(Recognition recognition) {
        if (state.has(TABLE, recognition.id())) {
            throw Refused.of(Rule.RC_04, "recognition", recognition.id().value());
        }
        put(recognition);
    }

    void put(Recognition recognition) {
        state.put(TABLE, recognition, recognition.id());
    }
}
