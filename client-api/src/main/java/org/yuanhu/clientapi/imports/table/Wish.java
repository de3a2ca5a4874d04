package org.yuanhu.clientapi.imports.table;

import java.util.List;
import org.yuanhu.vocabulary.ActId;

/** What one row, or several together, ask to be done. Done again it changes nothing: its id comes from the file. */
public sealed interface Wish permits ActWish, EnrolmentWish, PrintWish {
    /** The id of its act, made of the file's digest and the row's or sheet's number. */
    ActId id();

    /** The rows it comes from, as the spreadsheet numbers them. */
    List<Integer> rows();

    /**
     * Wishes with the same chain touch the same keys of the ledger, or build on each other: they are carried out one after another, in
     * the order of the file. Those of different chains may go side by side.
     */
    String chain();
}
