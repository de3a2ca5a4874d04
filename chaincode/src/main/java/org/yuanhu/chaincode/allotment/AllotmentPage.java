package org.yuanhu.chaincode.allotment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.time.Season;

/**
 * The allotments of up to 200 households to one cooperative for one commodity and season. A sheet of 500 lines reads and writes a
 * few of these instead of 500 keys: Fabric costs a round trip per key.
 *
 * @param page its number, 0 to 9999
 * @param entries sorted by household
 */
@Format("yuanhu-allotment-v1")
public record AllotmentPage(
        CreditCode cooperative, CommodityCode commodity, Season season, int page, List<Allotment> entries) {

    /** The household's allotment in this page. */
    public Optional<Allotment> of(HouseholdId household) {
        return entries.stream()
                .filter(entry -> entry.household().equals(household))
                .findFirst();
    }

    /**
     * This page with one entry put in the place of the household's former one, or added.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException FM-26 the page is full
     */
    AllotmentPage with(Allotment allotment) {
        List<Allotment> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry.household().equals(allotment.household()));
        changed.add(allotment);
        Limits.mustHold("page " + page, changed.size(), Limits.HOUSEHOLDS_A_PAGE);
        changed.sort(Comparator.comparing(entry -> entry.household().value()));
        return new AllotmentPage(cooperative, commodity, season, page, List.copyOf(changed));
    }

    /** This page with its entries changed; they stay the same households in the same order. */
    public AllotmentPage withEntries(Collection<Allotment> changed) {
        return new AllotmentPage(cooperative, commodity, season, page, List.copyOf(changed));
    }
}
