package org.yuanhu.chaincode.attest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.batch.Ancestors;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Confirmed;
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

/**
 * What the ledger says of one label, for whoever scanned it: endorsed by several organisations and never submitted.
 *
 * @param channel the ledger's channel
 * @param index the label's place in its run, from 0
 * @param root of the tree that the label's leaf must lead to
 * @param state of the recognitions the label was printed under, now
 * @param at the time of the transaction
 * @param nonce what the asker sent, so that an old answer cannot be played again
 */
@Format("yuanhu-attest-v1")
public record Attestation(
        String channel,
        RunNumber run,
        int index,
        Gtin gtin,
        Lot lot,
        @JsonProperty("class") LabelClass labelClass,
        int count,
        Hash root,
        LabelState state,
        Instant at,
        Nonce nonce,
        ProductStory product,
        CooperativeStory cooperative,
        List<CountyStory> counties,
        List<RecognitionStory> recognitions,
        BatchStory batch,
        HouseholdsStory households,
        Ancestors ancestors) {

    /** The product. */
    public record ProductStory(String name, Quantity netContent, CommodityCode commodity, String commodityName) {}

    /** Who packed it. */
    public record CooperativeStory(CreditCode code, String name, RegionCode county) {}

    /** A county whose goods are in the batch, and the poverty-relief list it is on. */
    public record CountyStory(RegionCode code, String name, String within, String list, LocalDate since) {}

    /** A recognition the label was printed under, and how it stands now. */
    public record RecognitionStory(
            RecognitionId id,
            SchemeId scheme,
            String schemeName,
            RegionCode county,
            Standing state,
            @JsonUnwrapped Validity validity,
            String step,
            @JsonUnwrapped Optional<Revocation> revocation) {}

    /**
     * The batch.
     *
     * @param enteredAfterDays from packing to entering, in days in China
     * @param lines intake lines it was packed from
     */
    public record BatchStory(
            @JsonUnwrapped Batch.Weights weights,
            @JsonUnwrapped Batch.Packing packing,
            @JsonUnwrapped Batch.Weighing weighing,
            int enteredAfterDays,
            int lines,
            Confirmed confirmed) {}

    /** The households whose goods are in the batch: all counted, the first 20 named by id. */
    public record HouseholdsStory(int count, List<HouseholdStory> listed, Hash digest) {}

    /**
     * One household.
     *
     * @param displayName the digest of its display name, if it consents to its being told
     */
    public record HouseholdStory(HouseholdId id, RegionCode county, Optional<Hash> displayName) {}
}
