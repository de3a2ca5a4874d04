package org.yuanhu.chaincode.ceiling;

import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.CommodityCode;
import org.yuanhu.vocabulary.HouseholdId;
import org.yuanhu.vocabulary.Quantity;
import org.yuanhu.vocabulary.Season;

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
}
