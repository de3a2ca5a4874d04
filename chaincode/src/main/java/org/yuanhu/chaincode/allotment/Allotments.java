package org.yuanhu.chaincode.allotment;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

/** What cooperatives may take in, in pages, and the share of each in the household's ceiling; the two always agree. */
public final class Allotments {
    /** By cooperative, commodity, season and page, four digits. */
    public static final Table<AllotmentPage> TABLE = new Table<>("allotment", AllotmentPage.class, 4);

    private final State state;
    private final Ceilings ceilings;

    public Allotments(YuanhuContext ledger) {
        this.state = ledger.state();
        this.ceilings = new Ceilings(ledger);
    }

    /** A page; an empty one if nothing was allotted in it yet. */
    public AllotmentPage page(CreditCode cooperative, CommodityCode commodity, Season season, int page) {
        return state.find(TABLE, cooperative, commodity, season, digits(page))
                .orElseGet(() -> new AllotmentPage(cooperative, commodity, season, page, List.of()));
    }

    /** Stores a page. */
    public void put(AllotmentPage page) {
        state.put(TABLE, page, page.cooperative(), page.commodity(), page.season(), digits(page.page()));
    }

    /**
     * Sets what a cooperative may take in from a household.
     *
     * @param grower whose ceiling it is
     * @param share what of the ceiling, and on which page
     * @throws RefusedException CL-07 no ceiling, CL-08 above it, CL-09 below what was taken, CL-10 it stands on another page, FM-26 the
     *     page is full
     */
    public void allot(Ceiling ceiling, Grower grower, CooperativeShare share) {
        HouseholdId household = ceiling.household();
        Optional<CooperativeShare> earlier = ceiling.share(share.cooperative());
        if (earlier.isPresent() && earlier.get().page() != share.page()) {
            throw RefusedException.by(Rule.CL_10)
                    .with("household", household.value())
                    .with("cooperative", share.cooperative().value())
                    .with("page", earlier.get().page())
                    .build();
        }
        ceilings.put(ceiling.with(share));
        AllotmentPage page = page(share.cooperative(), ceiling.commodity(), ceiling.season(), share.page());
        Quantity amount = share.amount();
        Allotment allotment = page.of(household)
                .orElseGet(() -> Allotment.none(household, grower, amount.unit()))
                .allotting(amount, grower.categories());
        if (allotment.taken().isMoreThan(amount)) {
            throw RefusedException.by(Rule.CL_09)
                    .with("taken", allotment.taken().value())
                    .with("unit", amount.unit().text())
                    .with("amount", amount.value())
                    .build();
        }
        put(page.with(allotment));
    }

    /** Ends all allotments of a household. */
    public void end(HouseholdId household, Ended why) {
        end(household, share -> true, why);
    }

    /** Ends the allotments of a household to one cooperative. */
    public void end(HouseholdId household, CreditCode cooperative, Ended why) {
        end(household, share -> share.cooperative().equals(cooperative), why);
    }

    private void end(HouseholdId household, Predicate<CooperativeShare> which, Ended why) {
        for (Ceiling ceiling : ceilings.of(household)) {
            Ceiling changed = ceiling;
            for (CooperativeShare share : ceiling.allotted()) {
                if (which.test(share)) {
                    changed = end(changed, share, why);
                }
            }
            if (!changed.equals(ceiling)) {
                ceilings.put(changed);
            }
        }
    }

    private Ceiling end(Ceiling ceiling, CooperativeShare share, Ended why) {
        AllotmentPage page = page(share.cooperative(), ceiling.commodity(), ceiling.season(), share.page());
        Allotment allotment = page.of(ceiling.household()).orElseThrow();
        if (allotment.ended().isPresent()) {
            return ceiling;
        }
        Allotment ended = allotment.ending(why);
        put(page.with(ended));
        return ceiling.with(new CooperativeShare(share.cooperative(), share.page(), ended.allotted()));
    }

    private static String digits(int page) {
        String digits = Integer.toString(page);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
