package org.yuanhu.clientapi.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuanhu.chaincode.allotment.Allotment;
import org.yuanhu.chaincode.allotment.AllotmentPage;
import org.yuanhu.chaincode.allotment.Allotments;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.allotment.Ceilings;
import org.yuanhu.chaincode.batch.Balance;
import org.yuanhu.chaincode.batch.Batches;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.clientapi.imports.plan.ImportContext;
import org.yuanhu.clientapi.imports.table.LedgerView;
import org.yuanhu.clientapi.ledger.TablePage;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.time.Season;

/** The ledger's state as it is read at the beginning of one import, each document once. Used by one thread. */
final class LedgerState implements LedgerView {
    private static final int PAGE = 200;

    private final ImportContext context;
    private final Map<Shelf, Pages> shelves = new HashMap<>();
    private final Map<Shelf, Map<HouseholdId, Integer>> reserved = new HashMap<>();
    private final Map<List<Object>, Optional<?>> documents = new HashMap<>();

    LedgerState(ImportContext context) {
        this.context = context;
    }

    @Override
    public Optional<Place> allotment(Shelf shelf, HouseholdId household) {
        return Optional.ofNullable(pages(shelf).places().get(household));
    }

    @Override
    public int pageFor(Shelf shelf, HouseholdId household) {
        return allotment(shelf, household)
                .map(Place::page)
                .orElseGet(() -> reserved.computeIfAbsent(shelf, fresh -> new HashMap<>())
                        .computeIfAbsent(household, fresh -> reserve(shelf)));
    }

    @Override
    public Optional<Ceiling> ceiling(HouseholdId household, CommodityCode commodity, Season season) {
        return document(Ceilings.TABLE, household, commodity, season);
    }

    @Override
    public Optional<Balance> balance(Gtin gtin, Lot lot) {
        return document(Batches.BALANCES, gtin, lot);
    }

    @Override
    public Optional<Product> product(Gtin gtin) {
        return document(Catalogue.PRODUCTS, gtin);
    }

    private int reserve(Shelf shelf) {
        List<Integer> sizes = pages(shelf).sizes();
        for (int page = 0; page < sizes.size(); page++) {
            if (sizes.get(page) < Limits.HOUSEHOLDS_A_PAGE) {
                sizes.set(page, sizes.get(page) + 1);
                return page;
            }
        }
        sizes.add(1);
        return sizes.size() - 1;
    }

    private Pages pages(Shelf shelf) {
        return shelves.computeIfAbsent(shelf, this::read);
    }

    private Pages read(Shelf shelf) {
        Pages pages = new Pages(new HashMap<>(), new ArrayList<>());
        for (AllotmentPage page : readPages(shelf)) {
            while (pages.sizes().size() <= page.page()) {
                pages.sizes().add(0);
            }
            pages.sizes().set(page.page(), page.entries().size());
            for (Allotment entry : page.entries()) {
                pages.places().put(entry.household(), new Place(page.page(), entry));
            }
        }
        return pages;
    }

    private List<AllotmentPage> readPages(Shelf shelf) {
        List<AllotmentPage> pages = new ArrayList<>();
        String bookmark = "";
        do {
            TablePage<AllotmentPage> page =
                    context.ledger().page(context.who(), Allotments.TABLE, PAGE, bookmark, shelf);
            pages.addAll(page.items());
            bookmark = page.bookmark();
        } while (!bookmark.isEmpty());
        return pages;
    }

    @SuppressWarnings("unchecked") // the key begins with the table, and with it the class
    private <T> Optional<T> document(Table<T> table, Object... key) {
        return (Optional<T>) documents.computeIfAbsent(List.of(table, List.of(key)), fresh -> context.get(table, key));
    }

    /** Where households stand, and how many there are in each page. */
    private record Pages(Map<HouseholdId, Place> places, List<Integer> sizes) {}
}
