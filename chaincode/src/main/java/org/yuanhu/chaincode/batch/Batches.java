package org.yuanhu.chaincode.batch;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

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
     * @throws RefusedException BT-01 there is no such batch
     */
    public Batch batch(Gtin gtin, Lot lot) {
        return state.find(TABLE, gtin, lot)
                .orElseThrow(() -> RefusedException.by(Rule.BT_01)
                        .with("lot", lot.value())
                        .with("gtin", gtin.value())
                        .build());
    }

    /**
     * Takes what labels stand for from what is left of a batch.
     *
     * @throws RefusedException MB-04 it is more
     */
    public void label(Batch batch, Quantity labels) {
        Balance balance = state.find(BALANCES, batch.gtin(), batch.lot()).orElseThrow();
        balance.mustCover(labels);
        put(balance.without(labels));
    }

    /** @throws RefusedException BT-02 there is one of this name */
    void mustBeNew(Gtin gtin, Lot lot) {
        if (state.has(TABLE, gtin, lot)) {
            throw RefusedException.by(Rule.BT_02)
                    .with("lot", lot.value())
                    .with("gtin", gtin.value())
                    .build();
        }
    }

    void pack(Batch batch) {
        state.put(TABLE, batch, batch.gtin(), batch.lot());
        put(new Balance(batch.gtin(), batch.lot(), batch.weights().quantity()));
    }

    private void put(Balance balance) {
        state.put(BALANCES, balance, balance.gtin(), balance.lot());
    }
}
