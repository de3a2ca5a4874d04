package org.yuanhu.chaincode.allotment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Season;

/**
 * How much of a commodity a household can harvest in a season.
 *
 * @param amount what was confirmed last; absent until something was
 * @param area of the plots it was confirmed for, square metres
 * @param proposed what waits for another officer
 * @param allotted what of it each cooperative may take in
 * @param revisions every ceiling confirmed so far, so that one raised after harvest began shows
 */
@Format("yuanhu-ceiling-v1")
public record Ceiling(
        HouseholdId household,
        CommodityCode commodity,
        Season season,
        Optional<Quantity> amount,
        Optional<Long> area,
        Optional<Proposal> proposed,
        List<CooperativeShare> allotted,
        List<Revision> revisions) {
    /** Square metres of one household's plots of one commodity: 10,000 hectares. */
    public static final long LARGEST_AREA = 100_000_000;
    /** Pages of one cooperative, commodity and season are numbered from 0 to this. */
    public static final int LARGEST_PAGE = 9_999;
    /** Times one ceiling can be confirmed anew. */
    public static final int MOST_REVISIONS = 100;

    /** Cooperatives one household's ceiling can be allotted to. */
    public static final int MOST_SHARES = 64;

    static Ceiling none(HouseholdId household, CommodityCode commodity, Season season) {
        return new Ceiling(
                household,
                commodity,
                season,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** This ceiling with what waits for another officer; it takes the place of what waited before. */
    public Ceiling proposing(Proposal proposal) {
        return new Ceiling(household, commodity, season, amount, area, Optional.of(proposal), allotted, revisions);
    }

    /**
     * What waits for another officer.
     *
     * @throws RefusedException CL-04 nothing does
     */
    public Proposal waiting() {
        return proposed.orElseThrow(() -> RefusedException.by(Rule.CL_04)
                .with("commodity", commodity.value())
                .with("season", season.value())
                .with("household", household.value())
                .build());
    }

    /**
     * This ceiling with what was proposed in force.
     *
     * @param onArea the area, and
     * @param seen the amount that whoever confirms has seen
     * @param by whoever confirms, who is another than the one who proposed
     * @throws RefusedException CL-04 nothing was, CL-05 it was another amount, CL-11 for another area, CL-08 more is allotted already
     */
    public Ceiling confirmed(long onArea, Quantity seen, Hash by, Instant at) {
        Proposal proposal = waiting();
        if (!proposal.amount().equals(seen)) {
            throw RefusedException.by(Rule.CL_05)
                    .with("proposed", proposal.amount().value())
                    .with("amount", seen.value())
                    .with("unit", proposal.amount().unit().text())
                    .build();
        }
        if (proposal.area() != onArea) {
            throw RefusedException.by(Rule.CL_11)
                    .with("proposed", proposal.area())
                    .with("area", onArea)
                    .build();
        }
        List<Revision> all = new ArrayList<>(revisions);
        all.add(new Revision(proposal.amount(), proposal.area(), proposal.by(), by, at));
        Limits.mustHold("revisions", all.size(), MOST_REVISIONS);
        Ceiling raised = new Ceiling(
                household,
                commodity,
                season,
                Optional.of(proposal.amount()),
                Optional.of(proposal.area()),
                Optional.empty(),
                allotted,
                List.copyOf(all));
        raised.mustCoverShares();
        return raised;
    }

    /** What is allotted to one cooperative. */
    Optional<CooperativeShare> share(CreditCode cooperative) {
        return allotted.stream()
                .filter(share -> share.cooperative().equals(cooperative))
                .findFirst();
    }

    /**
     * This ceiling with a share put in the place of the cooperative's former one.
     *
     * @throws RefusedException CL-07 no ceiling is in force, CL-08 the shares are more than it
     */
    Ceiling with(CooperativeShare share) {
        Ceiling changed = sharing(share);
        changed.mustCoverShares();
        return changed;
    }

    /**
     * The same, whether or not the ceiling covers its shares then.
     *
     * @throws RefusedException FM-26 more shares than a ceiling can have
     */
    public Ceiling sharing(CooperativeShare share) {
        List<CooperativeShare> shares = new ArrayList<>(allotted);
        shares.removeIf(other -> other.cooperative().equals(share.cooperative()));
        shares.add(share);
        shares.sort(Comparator.comparing(other -> other.cooperative().value()));
        Limits.mustHold("allotted", shares.size(), MOST_SHARES);
        return new Ceiling(household, commodity, season, amount, area, proposed, List.copyOf(shares), revisions);
    }

    /**
     * Refuses shares that are more than the ceiling together.
     *
     * @throws RefusedException CL-07 no ceiling is in force, CL-08 the shares are more than it
     */
    public void mustCoverShares() {
        Quantity limit = amount.orElseThrow(() -> RefusedException.by(Rule.CL_07)
                .with("household", household.value())
                .with("commodity", commodity.value())
                .with("season", season.value())
                .build());
        Quantity total = Quantity.zero(limit.unit());
        for (CooperativeShare share : allotted) {
            total = total.plus(share.amount());
        }
        if (total.isMoreThan(limit)) {
            throw RefusedException.by(Rule.CL_08)
                    .with("total", total.value())
                    .with("unit", limit.unit().text())
                    .with("limit", limit.value())
                    .build();
        }
    }
}
