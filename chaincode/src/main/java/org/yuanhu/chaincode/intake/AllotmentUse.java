package org.yuanhu.chaincode.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuanhu.chaincode.allotment.Allotment;
import org.yuanhu.chaincode.allotment.AllotmentPage;
import org.yuanhu.chaincode.allotment.Allotments;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.household.Households;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.members.Memberships;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

/**
 * What one sheet takes from allotments. Each page is read once and written once; lines of one household add up before any is held
 * against the allotment.
 */
final class AllotmentUse {
    private final YuanhuContext ledger;
    private final Allotments allotments;
    private final Households households;
    private final CreditCode cooperative;
    private final Season season;
    private final Map<String, OpenPage> pages = new TreeMap<>();

    AllotmentUse(YuanhuContext ledger, CreditCode cooperative, Season season) {
        this.ledger = ledger;
        this.allotments = new Allotments(ledger);
        this.households = new Households(ledger);
        this.cooperative = cooperative;
        this.season = season;
    }

    /**
     * Takes what a recognised line says from its household's allotment.
     *
     * @param number the line's, for the refusal
     * @param page the line's page
     * @return where the line comes from
     * @throws RefusedException MB-01 more than is allotted; HH-01, HH-02, HH-03, MM-01 or MB-02, whichever is why there is no allotment in
     *     force
     */
    LineOrigin take(int number, IntakeLine line, int page) {
        HouseholdId household = line.household();
        CommodityCode commodity = line.commodity();
        OpenPage open = pages.computeIfAbsent(
                commodity + "/" + page, key -> new OpenPage(allotments.page(cooperative, commodity, season, page)));
        Allotment allotment = open.inForce(household).orElseThrow(() -> whyNot(household, commodity, page));
        Allotment after = allotment.taking(line.quantity());
        after.mustCover(number, commodity);
        open.put(after);
        List<CategoryPeriod> categories =
                after.categories().orElseGet(() -> households.known(household).categories());
        return new LineOrigin(after.county(), CategoryPeriod.on(line.day(), categories));
    }

    /** Writes the pages. */
    void store() {
        pages.values().forEach(open -> allotments.put(open.page()));
    }

    private RefusedException whyNot(HouseholdId household, CommodityCode commodity, int page) {
        households.inForce(household);
        new Memberships(ledger).inForce(household, cooperative);
        return RefusedException.by(Rule.MB_02)
                .with("household", household.value())
                .with("commodity", commodity.value())
                .with("cooperative", cooperative.value())
                .with("page", page)
                .build();
    }

    /** A page whose entries change as lines are taken. */
    private static final class OpenPage {
        private final AllotmentPage before;
        private final Map<String, Allotment> entries = new TreeMap<>();

        OpenPage(AllotmentPage before) {
            this.before = before;
            before.entries().forEach(this::put);
        }

        Optional<Allotment> inForce(HouseholdId household) {
            return Optional.ofNullable(entries.get(household.value()))
                    .filter(entry -> entry.ended().isEmpty());
        }

        void put(Allotment entry) {
            entries.put(entry.household().value(), entry);
        }

        AllotmentPage page() {
            return before.withEntries(entries.values());
        }
    }
}
