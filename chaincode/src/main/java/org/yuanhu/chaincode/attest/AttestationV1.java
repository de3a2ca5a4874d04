package org.yuanhu.chaincode.attest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.yuanhu.chaincode.attest.Attestation.CooperativeStory;
import org.yuanhu.chaincode.attest.Attestation.CountyStory;
import org.yuanhu.chaincode.attest.Attestation.HouseholdsStory;
import org.yuanhu.chaincode.attest.Attestation.ProductStory;
import org.yuanhu.chaincode.attest.Attestation.RecognitionStory;
import org.yuanhu.chaincode.attest.Attestation.ShareStory;
import org.yuanhu.chaincode.batch.Ancestors;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Confirmed;
import org.yuanhu.chaincode.json.Earlier;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;

/** The first version: everything about how things stand in one word. */
@Format("yuanhu-attest-v1")
record AttestationV1(
        String channel,
        RunNumber run,
        int index,
        Gtin gtin,
        Lot lot,
        @JsonProperty("class") LabelClass labelClass,
        int count,
        Hash root,
        State state,
        Instant at,
        Nonce nonce,
        ProductStory product,
        CooperativeStory cooperative,
        List<CountyStory> counties,
        List<RecognitionStory> recognitions,
        BatchV1 batch,
        HouseholdsStory households,
        Ancestors ancestors)
        implements Earlier<Attestation> {

    @Override
    public Attestation next() {
        return new Attestation(
                channel,
                new Attestation.Printed(run, index, gtin, lot, labelClass, count, root),
                new Attestation.Asked(at, nonce),
                Attestation.Findings.of(
                        batch.claim(), ShareStory.of(batch.weights), recognitions, List.of(), batch.confirmed),
                new Attestation.Goods(product, cooperative, counties, batch.next(), households, ancestors));
    }

    /** The word. It says less than the recognitions do, each of which has a state of its own. */
    enum State {
        RECOGNISED("recognised"),
        EXPIRED("recognition-expired"),
        REVOKED("recognition-revoked");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The batch, with the share and the confirmations that have fields of their own now. */
    record BatchV1(
            @JsonUnwrapped Batch.Weights weights,
            @JsonUnwrapped Batch.Packing packing,
            @JsonUnwrapped Batch.Weighing weighing,
            int enteredAfterDays,
            int lines,
            Confirmed confirmed)
            implements Earlier<Attestation.BatchStory> {

        @Override
        public Attestation.BatchStory next() {
            return new Attestation.BatchStory(
                    weights.quantity(), weights.loss(), packing, weighing, enteredAfterDays, lines);
        }

        /** By weight, for the answer did not say it; labels without recognised goods there were none. */
        private Claim claim() {
            return weights.recognised().equals(weights.quantity()) ? Claim.RECOGNISED : Claim.MIXED;
        }
    }
}
