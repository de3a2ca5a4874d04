package org.yuanhu.clientapi.imports.table;

import java.util.Optional;
import org.yuanhu.chaincode.allotment.Allotment;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.batch.Balance;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.time.Season;

/**
 * What of the ledger's state a table needs: pages for its acts, and what is left where several rows draw on one thing. Each row by itself
 * is judged by the rule book.
 */
public interface LedgerView {
    /** One cooperative's pages of a commodity and season. */
    record Shelf(CreditCode cooperative, CommodityCode commodity, Season season) {
        @Override
        public String toString() {
            return cooperative + "/" + commodity + "/" + season;
        }
    }

    /**
     * An allotment, in force or not, and its page.
     */
    record Place(int page, Allotment allotment) {}

    /** The household's allotment. */
    Optional<Place> allotment(Shelf shelf, HouseholdId household);

    /** The page a household's allotment goes to: the one it has, else the first with room, of which it then takes some. */
    int pageFor(Shelf shelf, HouseholdId household);

    /** The household's ceiling. */
    Optional<Ceiling> ceiling(HouseholdId household, CommodityCode commodity, Season season);

    /** What of a batch is not yet under a label. */
    Optional<Balance> balance(Gtin gtin, Lot lot);

    /** The product. */
    Optional<Product> product(Gtin gtin);
}
