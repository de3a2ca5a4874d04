package org.yuanhu.clientapi.imports.table;

import java.util.List;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.ActId;

/** An act of the person who imports. */
public record ActWish(List<Integer> rows, String chain, Act act) implements Wish {
    /** The act of one row. */
    static ActWish of(int row, Object chain, Act act) {
        return new ActWish(List.of(row), chain.toString(), act);
    }

    @Override
    public ActId id() {
        return act.id();
    }
}
