package org.yuanhu.chaincode.attest;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.attest.Attestation.BatchStory;
import org.yuanhu.chaincode.attest.Attestation.CooperativeStory;
import org.yuanhu.chaincode.attest.Attestation.CountyStory;
import org.yuanhu.chaincode.attest.Attestation.HouseholdStory;
import org.yuanhu.chaincode.attest.Attestation.HouseholdsStory;
import org.yuanhu.chaincode.attest.Attestation.ProductStory;
import org.yuanhu.chaincode.attest.Attestation.RecognitionStory;
import org.yuanhu.chaincode.attest.Attestation.ShareStory;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Batches;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.chaincode.household.Household;
import org.yuanhu.chaincode.household.Households;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.recognition.Recognition;
import org.yuanhu.chaincode.recognition.Recognitions;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Scheme;
import org.yuanhu.chaincode.registry.Cooperative;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.time.Days;

/** Gathers the public story of a run's batch from state. */
final class Story {
    private static final FieldName DISPLAY_NAME = new FieldName("displayName");

    private final YuanhuContext ledger;
    private final Run run;
    private final Batch batch;

    Story(YuanhuContext ledger, Run run) {
        this.ledger = ledger;
        this.run = run;
        this.batch = new Batches(ledger).batch(run.gtin(), run.lot());
    }

    Attestation of(int index, Nonce nonce) {
        return new Attestation(
                ledger.getStub().getChannelId(),
                new Attestation.Printed(
                        run.run(), index, run.gtin(), run.lot(), run.labelClass(), run.count(), run.root()),
                new Attestation.Asked(ledger.now(), nonce),
                findings(),
                new Attestation.Goods(
                        product(),
                        cooperative(),
                        counties(),
                        batch(),
                        households(),
                        batch.origin().ancestors()));
    }

    private Attestation.Findings findings() {
        return Attestation.Findings.of(
                batch.claim(),
                ShareStory.of(batch.weights()),
                recognitions(),
                batch.basis().map(Batch.Basis::seasons).orElse(List.of()),
                batch.confirmed());
    }

    private ProductStory product() {
        Catalogue catalogue = new Catalogue(ledger);
        Product product = catalogue.product(run.gtin());
        return new ProductStory(
                product.name(),
                product.netContent(),
                product.commodity(),
                catalogue.commodity(product.commodity()).name());
    }

    private CooperativeStory cooperative() {
        Cooperative cooperative = new Registry(ledger).cooperative(run.cooperative());
        return new CooperativeStory(cooperative.code(), cooperative.name(), cooperative.county());
    }

    private List<CountyStory> counties() {
        Registry registry = new Registry(ledger);
        return batch.origin().counties().stream()
                .map(registry::region)
                .map(region ->
                        new CountyStory(region.code(), region.name(), region.within(), region.list(), region.since()))
                .toList();
    }

    private List<RecognitionStory> recognitions() {
        Recognitions recognitions = new Recognitions(ledger);
        return run.recognitions().stream()
                .map(recognitions::recognition)
                .map(recognition -> story(recognitions, recognition))
                .toList();
    }

    private RecognitionStory story(Recognitions recognitions, Recognition recognition) {
        Scheme scheme = recognitions.scheme(recognition.scheme());
        Requirement requirement = scheme.requirement();
        return new RecognitionStory(
                recognition.id(),
                scheme.id(),
                scheme.name(),
                recognition.county(),
                recognition.standing(ledger.now()),
                recognition.validity().orElseThrow(),
                recognition.step().orElseThrow(),
                recognition.revocation(),
                Optional.of(batch.counting(requirement::counts).perMille()),
                Optional.of(requirement.perMille()),
                requirement.categories());
    }

    private BatchStory batch() {
        Batch.Packing packing = batch.packing();
        long enteredAfter = ChronoUnit.DAYS.between(packing.day(), Days.at(packing.enteredAt()));
        return new BatchStory(
                batch.weights().quantity(),
                batch.weights().loss(),
                packing,
                batch.weighing(),
                Math.toIntExact(enteredAfter),
                batch.lines());
    }

    private HouseholdsStory households() {
        List<HouseholdStory> listed = batch.origin().households().listed().stream()
                .map(this::household)
                .toList();
        return new HouseholdsStory(
                batch.origin().households().count(),
                listed,
                batch.origin().households().digest());
    }

    private HouseholdStory household(HouseholdId id) {
        Household household = new Households(ledger).known(id);
        return new HouseholdStory(id, household.county(), displayName(household));
    }

    private static Optional<org.yuanhu.vocabulary.Hash> displayName(Household household) {
        return household.consented(DISPLAY_NAME);
    }
}
