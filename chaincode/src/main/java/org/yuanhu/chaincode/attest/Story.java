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
import org.yuanhu.chaincode.recognition.Standing;
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
        List<RecognitionStory> recognitions = recognitions();
        return new Attestation(
                ledger.getStub().getChannelId(),
                run.run(),
                index,
                run.gtin(),
                run.lot(),
                run.labelClass(),
                run.count(),
                run.root(),
                state(recognitions),
                ledger.now(),
                nonce,
                product(),
                cooperative(),
                counties(),
                recognitions,
                batch(),
                households(),
                batch.origin().ancestors());
    }

    private static LabelState state(List<RecognitionStory> recognitions) {
        if (recognitions.stream().anyMatch(story -> story.state() == Standing.REVOKED)) {
            return LabelState.RECOGNITION_REVOKED;
        }
        boolean all = recognitions.stream().allMatch(story -> story.state() == Standing.IN_FORCE);
        return all ? LabelState.RECOGNISED : LabelState.RECOGNITION_EXPIRED;
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
        return new RecognitionStory(
                recognition.id(),
                recognition.scheme(),
                recognitions.scheme(recognition.scheme()).name(),
                recognition.county(),
                recognition.standing(ledger.now()),
                recognition.validity().orElseThrow(),
                recognition.step().orElseThrow(),
                recognition.revocation());
    }

    private BatchStory batch() {
        Batch.Packing packing = batch.packing();
        long enteredAfter = ChronoUnit.DAYS.between(packing.day(), Days.at(packing.enteredAt()));
        return new BatchStory(
                batch.weights(),
                packing,
                batch.weighing(),
                Math.toIntExact(enteredAfter),
                batch.lines(),
                batch.confirmed());
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
