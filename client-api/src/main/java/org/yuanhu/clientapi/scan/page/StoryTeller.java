package org.yuanhu.clientapi.scan.page;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.attest.Attestation.BatchStory;
import org.yuanhu.chaincode.attest.Attestation.CountyStory;
import org.yuanhu.chaincode.attest.Attestation.RecognitionStory;
import org.yuanhu.chaincode.attest.LabelState;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.recognition.Standing;
import org.yuanhu.clientapi.scan.document.Scan;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.registry.RegionCode;

/** Tells an attestation in plain words: what is on record, who says so, what was checked and what not. */
final class StoryTeller {
    private final Scan scan;
    private final String host;
    private final Attestation attestation;
    private final BatchStory batch;
    private final Phrases phrases;

    private StoryTeller(Scan scan, String host, Phrases phrases) {
        this.scan = scan;
        this.host = host;
        this.attestation = scan.attestation();
        this.batch = attestation.batch();
        this.phrases = phrases;
    }

    /** @param host whom the reader asked, and who checked */
    static LabelStory tell(Scan scan, String host, Phrases phrases) {
        return new StoryTeller(scan, host, phrases).story();
    }

    private LabelStory story() {
        return new LabelStory(
                verdict(),
                attestation.product().name(),
                phrases.say(
                        "pack",
                        phrases.quantity(attestation.product().netContent()),
                        phrases.say("class." + attestation.labelClass().text())),
                sentence(),
                warning(),
                attestation.counties().stream().map(this::county).toList(),
                attestation.cooperative().name(),
                phrases.say("cooperative.code", attestation.cooperative().code().value()),
                share(),
                households(),
                steps(),
                confirmed(),
                attestation.recognitions().stream().map(this::recognition).toList(),
                checked(),
                unchecked(),
                details());
    }

    private LabelStory.Heading verdict() {
        String style = scan.verdict().text();
        String key = "verdict." + style;
        return new LabelStory.Heading(
                style,
                phrases.say(key, host),
                phrases.say(key + ".says", host, scan.endorsers().size()));
    }

    private String sentence() {
        return phrases.say(
                "sentence",
                attestation.cooperative().name(),
                phrases.say("sentence.households", attestation.households().count()),
                phrases.days(batch.weighing().from(), batch.weighing().to()),
                phrases.day(batch.packing().day()));
    }

    private LabelStory.@Nullable Warning warning() {
        if (attestation.state() == LabelState.RECOGNISED) {
            return null;
        }
        String key = attestation.state() == LabelState.RECOGNITION_REVOKED ? "revoked" : "expired";
        List<String> reasons = attestation.recognitions().stream()
                .flatMap(recognition -> recognition.revocation().stream())
                .map(revocation -> phrases.say("warning.reason", revocation.reason()))
                .toList();
        return new LabelStory.Warning(phrases.say("warning." + key), phrases.say("warning." + key + ".says"), reasons);
    }

    private LabelStory.County county(CountyStory county) {
        return new LabelStory.County(
                place(county), phrases.say("county.listed", county.list(), phrases.day(county.since())));
    }

    private String place(CountyStory county) {
        return county.within().isEmpty() ? county.name() : phrases.say("place", county.within(), county.name());
    }

    private LabelStory.Share share() {
        int percent = percent(batch.weights().recognised(), batch.weights().quantity());
        boolean whole = batch.weights().recognised().equals(batch.weights().quantity());
        boolean trace = percent == 0 && !batch.weights().recognised().isZero();
        return new LabelStory.Share(
                trace ? "<1%" : percent + "%",
                phrases.say(
                        whole ? "share.of.whole" : "share.of",
                        phrases.quantity(batch.weights().recognised()),
                        phrases.quantity(batch.weights().quantity())),
                percent,
                phrases.say(whole ? "share.whole" : "share.mixed"));
    }

    private LabelStory.Households households() {
        int count = attestation.households().count();
        List<String> names = scan.names().stream().map(Disclosure::value).toList();
        int unnamed = count - names.size();
        String key = names.isEmpty() ? "none" : unnamed > 0 ? "some" : "all";
        return new LabelStory.Households(
                phrases.say("households.count", count), names, phrases.say("households." + key, unnamed));
    }

    private List<LabelStory.Step> steps() {
        String lot = attestation.lot().value();
        String packed = phrases.quantity(batch.weights().quantity());
        String late = batch.enteredAfterDays() == 0
                ? phrases.say("step.entered.same")
                : phrases.say("step.entered.late", batch.enteredAfterDays());
        return List.of(
                new LabelStory.Step(
                        phrases.days(batch.weighing().from(), batch.weighing().to()),
                        phrases.say("step.intake", batch.lines()),
                        null),
                new LabelStory.Step(
                        phrases.day(batch.packing().day()),
                        batch.weights().loss().isZero()
                                ? phrases.say("step.packed", lot, packed)
                                : phrases.say(
                                        "step.packed.loss",
                                        lot,
                                        packed,
                                        phrases.quantity(batch.weights().loss())),
                        null),
                new LabelStory.Step(phrases.day(batch.packing().enteredAt()), phrases.say("step.entered"), late),
                new LabelStory.Step(phrases.moment(attestation.at()), phrases.say("step.now"), null));
    }

    private List<LabelStory.Confirmed> confirmed() {
        return List.of(
                confirmed("household", batch.confirmed().household()),
                confirmed("witness", batch.confirmed().witness()),
                confirmed("cooperative", batch.confirmed().cooperative()));
    }

    private LabelStory.Confirmed confirmed(String key, int lines) {
        int width = batch.lines() == 0 ? 0 : Math.toIntExact(100L * lines / batch.lines());
        return new LabelStory.Confirmed(phrases.say("confirmed." + key), phrases.say("confirmed.lines", lines), width);
    }

    private LabelStory.Recognition recognition(RecognitionStory recognition) {
        String where = countyOf(recognition.county());
        return new LabelStory.Recognition(
                recognition.schemeName(),
                recognition.state() == Standing.IN_FORCE,
                phrases.say("recognition." + recognition.state()),
                phrases.say(
                        "recognition.says",
                        where,
                        phrases.day(recognition.validity().from()),
                        phrases.day(recognition.validity().to())));
    }

    private String countyOf(RegionCode code) {
        return attestation.counties().stream()
                .filter(county -> county.code().equals(code))
                .map(CountyStory::name)
                .findFirst()
                .orElse(code.value());
    }

    private List<String> checked() {
        List<String> checked = new ArrayList<>(List.of(
                phrases.say("checked.tag"),
                phrases.say(
                        "checked.tree",
                        Integer.toString(attestation.index() + 1),
                        Integer.toString(attestation.count())),
                phrases.say(
                        scan.verdict().isOfNetwork() ? "checked.attested.network" : "checked.attested",
                        scan.endorsers().size(),
                        phrases.list(endorsers())),
                phrases.say("checked.recognition")));
        if (!scan.names().isEmpty()) {
            checked.add(phrases.say("checked.names"));
        }
        return checked;
    }

    private List<String> unchecked() {
        List<String> unchecked = new ArrayList<>(List.of(
                phrases.say("unchecked.item"),
                scan.verdict().isOfNetwork() ? phrases.say("unchecked.server", host) : phrases.say("unchecked.machine"),
                phrases.say("unchecked.facts", batch.confirmed().cooperative()),
                phrases.say("unchecked.payout")));
        List<Organisation> unknown = scan.withUnknownRevocations();
        if (!unknown.isEmpty()) {
            unchecked.add(
                    0,
                    phrases.say(
                            "unchecked.revocation",
                            phrases.list(unknown.stream().map(this::nameOf).toList())));
        }
        return unchecked;
    }

    private List<LabelStory.Detail> details() {
        return Stream.of(
                        detail("serial", scan.label().serial().grouped()),
                        detail("gtin", attestation.gtin().value()),
                        detail("lot", attestation.lot().value()),
                        detail(
                                "position",
                                attestation.run() + " / " + (attestation.index() + 1) + " / " + attestation.count()),
                        detail("root", attestation.root().value()),
                        detail("channel", attestation.channel()),
                        detail("endorsers", phrases.list(endorsers())),
                        detail("at", attestation.at().toString()),
                        detail("nonce", attestation.nonce().value()),
                        detail("digest", attestation.households().digest().value()))
                .toList();
    }

    private LabelStory.Detail detail(String key, String value) {
        return new LabelStory.Detail(phrases.say("details." + key), value);
    }

    private List<String> endorsers() {
        return scan.endorsers().stream().map(this::nameOf).toList();
    }

    private String nameOf(Organisation organisation) {
        return phrases.language() == Language.CHINESE ? organisation.nameZh() : organisation.nameEn();
    }

    /** Rounded down: 99.9% is not all of it. */
    private static int percent(Quantity part, Quantity whole) {
        if (whole.isZero()) {
            return 0;
        }
        return BigInteger.valueOf(part.value())
                .multiply(BigInteger.valueOf(100))
                .divide(BigInteger.valueOf(whole.value()))
                .intValueExact();
    }
}
