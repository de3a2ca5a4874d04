package org.yuanhu.clientapi.imports.table;

import java.util.Optional;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.Quantity;
import org.yuanhu.vocabulary.Season;

/** Where on the ledger a household's allotment stands, and what is left of it. */
public interface Allotments {
    /** One cooperative's pages of a commodity and season. */
    record Shelf(CreditCode cooperative, CommodityCode commodity, Season season) {
        @Override
        public String toString() {
            return cooperative + "/" + commodity + "/" + season;
        }
    }

    /**
     * An allotment that is there.
     *
     * @param page its page
     * @param left allotted and not yet taken
     */
    record Place(int page, Quantity left) {}

    /** The household's allotment, if it has one that has not ended. */
    Optional<Place> find(Shelf shelf, HouseholdId household);

    /** The page a household's allotment goes to: the one it has, else the first with room, which it then takes up. */
    int pageFor(Shelf shelf, HouseholdId household);
}
