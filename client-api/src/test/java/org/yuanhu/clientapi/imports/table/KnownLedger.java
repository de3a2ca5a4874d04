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
import org.yuanhu.vocabulary.time.Season;

/** A ledger's state of at most one document of a kind, whatever is asked for. */
record KnownLedger(
        Optional<Allotment> known, Optional<Ceiling> ceiling, Optional<Balance> balance, Optional<Product> product)
        implements LedgerView {
    /** One that has nothing. */
    static final KnownLedger EMPTY =
            new KnownLedger(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public Optional<Place> allotment(Shelf shelf, HouseholdId household) {
        return known.map(allotment -> new Place(0, allotment));
    }

    @Override
    public int pageFor(Shelf shelf, HouseholdId household) {
        return 0;
    }

    @Override
    public Optional<Ceiling> ceiling(HouseholdId household, CommodityCode commodity, Season season) {
        return ceiling;
    }

    @Override
    public Optional<Balance> balance(Gtin gtin, Lot lot) {
        return balance;
    }

    @Override
    public Optional<Product> product(Gtin gtin) {
        return product;
    }
}
