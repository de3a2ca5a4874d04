package org.yuanhu.chaincode.batch;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.Gtin;
import org.yuanhu.vocabulary.Lot;
import org.yuanhu.vocabulary.Quantity;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/** The batches packed so far, and what of each is not yet under a label. */
public final class Batches {
    /** By GTIN and lot. */
    public static final Table<Batch> TABLE = new Table<>("batch", Batch.class, 2);
    /** By GTIN and lot. */
    public static final Table<Balance> BALANCES = new Table<>("balance", Balance.class, 2);

    private final State state;

    public Batches(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The batch of this product and lot.
     *
     * @throws Refused BT-01 there is no such batch
     */
    public Batch batch(Gtin gtin, Lot lot) {
        return state.find(TABLE, gtin, lot)
                .orElseThrow(() -> Refused.of(Rule.BT_01, "lot", lot.value(), "gtin", gtin.value()));
    }

    /**
     * Takes what labels stand for from what is left of a batch.
     *
     * @throws Refused MB-04 it is more
     */
    public void label(Batch batch, Quantity labels) {
        Quantity left =
                state.find(BALANCES, batch.gtin(), batch.lot()).orElseThrow().left();
        if (labels.isMoreThan(left)) {
            throw Refused.of(
                    Rule.MB_04, "labels", labels.value(), "unit", labels.unit().text(), "left", left.value());
        }
        put(new Balance(batch.gtin(), batch.lot(), left.minus(labels)));
    }

    /** @throws Refused BT-02 there is one of this name */
    void mustBeNew(Gtin gtin, Lot lot) {
        if (state.has(TABLE, gtin, lot)) {
            throw Refused.of(Rule.BT_02, "lot", lot.value(), "gtin", gtin.value());
        }
    }

    void pack(Batch batch) {
        state.put(TABLE, batch, batch.gtin(), batch.lot());
        put(new Balance(batch.gtin(), batch.lot(), batch.quantity()));
    }

    private void put(Balance balance) {
        state.put(BALANCES, balance, balance.gtin(), balance.lot());
    }
}
