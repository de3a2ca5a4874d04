package org.yuanhu.chaincode.attest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.batch.Ancestors;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Confirmed;
import org.yuanhu.chaincode.batch.CountingShare;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.chaincode.recognition.Revocation;
import org.yuanhu.chaincode.recognition.Standing;
import org.yuanhu.chaincode.recognition.Validity;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.time.Season;

/**
 * What the ledger says of one label, for whoever scanned it: endorsed by several organisations and never submitted. Its groups are
 * written without braces of their own, field after field.
 *
 * @param channel the ledger's channel
 */
@Format(value = "yuanhu-attest-v2", earlier = AttestationV1.class)
public record Attestation(
        String channel,
        @JsonUnwrapped Printed printed,
        @JsonUnwrapped Asked asked,
        @JsonUnwrapped Findings findings,
        @JsonUnwrapped Goods goods) {

    /**
     * The label, as the run was assigned.
     *
     * @param index the label's place in its run, from 0
     * @param root of the tree that the label's leaf must lead to
     */
    public record Printed(
            RunNumber run,
            int index,
            Gtin gtin,
            Lot lot,
            @JsonProperty("class") LabelClass labelClass,
            int count,
            Hash root) {}

    /**
     * The question.
     *
     * @param at the time of the transaction
     * @param nonce what the asker sent, so that an old answer cannot be played again
     */
    public record Asked(Instant at, Nonce nonce) {}

    /**
     * How things stand now, each by itself.
     *
     * @param label how the label itself stands
     * @param claim what the batch is made of
     * @param share how much of the batch is recognised
     * @param recognitions the label was printed under
     * @param seasons the goods were handed in for, sorted; empty where a batch of former days does not say
     * @param notices what is to be told before anything else, the gravest first
     * @param confirmations how many lines were confirmed by whom
     */
    public record Findings(
            LabelStatus label,
            Claim claim,
            ShareStory share,
            List<RecognitionStory> recognitions,
            List<Season> seasons,
            List<Notice> notices,
            Confirmed confirmations) {

        /** Its notices follow from the rest. */
        static Findings of(
                Claim claim,
                ShareStory share,
                List<RecognitionStory> recognitions,
                List<Season> seasons,
                Confirmed confirmations) {
            List<Notice> notices = new ArrayList<>();
            if (recognitions.stream().anyMatch(story -> story.state() == Standing.REVOKED)) {
                notices.add(Notice.RECOGNITION_REVOKED);
            }
            if (recognitions.stream().anyMatch(story -> story.state() == Standing.EXPIRED)) {
                notices.add(Notice.RECOGNITION_EXPIRED);
            }
            if (claim != Claim.RECOGNISED) {
                notices.add(Notice.MIXED);
            }
            return new Findings(
                    LabelStatus.ASSIGNED, claim, share, recognitions, seasons, List.copyOf(notices), confirmations);
        }
    }

    /** What the label stands for. */
    public record Goods(
            ProductStory product,
            CooperativeStory cooperative,
            List<CountyStory> counties,
            BatchStory batch,
            HouseholdsStory households,
            Ancestors ancestors) {}

    /**
     * How much of the batch is recognised.
     *
     * @param recognised so much of it
     * @param perMille the same in thousandths, rounded down
     */
    public record ShareStory(Quantity recognised, int perMille) {
        static ShareStory of(Batch.Weights weights) {
            CountingShare share = new CountingShare(weights.recognised(), weights.quantity());
            return new ShareStory(weights.recognised(), share.perMille());
        }
    }

    /** The product. */
    public record ProductStory(String name, Quantity netContent, CommodityCode commodity, String commodityName) {}

    /** Who packed it. */
    public record CooperativeStory(CreditCode code, String name, RegionCode county) {}

    /** A county whose goods are in the batch, and the poverty-relief list it is on. */
    public record CountyStory(RegionCode code, String name, String within, String list, LocalDate since) {}

    /**
     * A recognition the label was printed under, and how it stands now.
     *
     * @param counting so many thousandths of the batch count under its scheme; absent in answers of former days
     * @param least so many its scheme wants; absent in answers of former days
     * @param categories of households whose goods count under its scheme, if it does not take all recognised goods
     */
    public record RecognitionStory(
            RecognitionId id,
            SchemeId scheme,
            String schemeName,
            RegionCode county,
            Standing state,
            @JsonUnwrapped Validity validity,
            String step,
            @JsonUnwrapped Optional<Revocation> revocation,
            Optional<Integer> counting,
            Optional<Integer> least,
            Optional<List<Category>> categories) {}

    /**
     * The batch.
     *
     * @param quantity what was packed
     * @param loss what was lost while it was packed
     * @param enteredAfterDays from packing to entering, in days in China
     * @param lines intake lines it was packed from
     */
    public record BatchStory(
            Quantity quantity,
            Quantity loss,
            @JsonUnwrapped Batch.Packing packing,
            @JsonUnwrapped Batch.Weighing weighing,
            int enteredAfterDays,
            int lines) {}

    /** The households whose goods are in the batch: all counted, the first 20 named by id. */
    public record HouseholdsStory(int count, List<HouseholdStory> listed, Hash digest) {}

    /**
     * One household.
     *
     * @param displayName the digest of its display name, if it consents to its being told
     */
    public record HouseholdStory(HouseholdId id, RegionCode county, Optional<Hash> displayName) {}
}
