package org.yuanhu.clientapi.scan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.attest.Attestation.BatchStory;
import org.yuanhu.chaincode.attest.Attestation.CountyStory;
import org.yuanhu.chaincode.attest.Attestation.Findings;
import org.yuanhu.chaincode.attest.Attestation.Goods;
import org.yuanhu.chaincode.attest.Attestation.Printed;
import org.yuanhu.chaincode.attest.Attestation.RecognitionStory;
import org.yuanhu.chaincode.attest.Notice;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.recognition.Standing;
import org.yuanhu.clientapi.scan.document.Scan;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.registry.RegionCode;

/** Tells an attestation in plain words: what is on record, who says so, what was checked and what not. */
final class StoryTeller {
    private static final int WHOLE = 1_000;

    private final Scan scan;
    private final String host;
    private final Attestation attestation;
    private final Printed printed;
    private final Findings findings;
    private final Goods goods;
    private final BatchStory batch;
    private final Phrases phrases;

    private StoryTeller(Scan scan, String host, Phrases phrases) {
        this.scan = scan;
        this.host = host;
        this.attestation = scan.attestation();
        this.printed = attestation.printed();
        this.findings = attestation.findings();
        this.goods = attestation.goods();
        this.batch = goods.batch();
        this.phrases = phrases;
    }

    /** @param host whom the reader asked, and who checked */
    static LabelStory tell(Scan scan, String host, Phrases phrases) {
        return new StoryTeller(scan, host, phrases).story();
    }

    private LabelStory story() {
        return new LabelStory(
                verdict(),
                goods.product().name(),
                phrases.say(
                        "pack",
                        phrases.quantity(goods.product().netContent()),
                        phrases.say("class." + printed.labelClass().text())),
                sentence(),
                findings.notices().stream().map(this::warning).toList(),
                goods.counties().stream().map(this::county).toList(),
                goods.cooperative().name(),
                phrases.say("cooperative.code", goods.cooperative().code().value()),
                share(),
                households(),
                steps(),
                confirmed(),
                findings.recognitions().stream().map(this::recognition).toList(),
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
                goods.cooperative().name(),
                phrases.say("sentence.households", goods.households().count()),
                phrases.days(batch.weighing().from(), batch.weighing().to()),
                phrases.day(batch.packing().day()));
    }

    private LabelStory.Warning warning(Notice notice) {
        String key = "warning." + notice;
        return switch (notice) {
            case RECOGNITION_REVOKED -> warning("warning", key, reasons());
            case RECOGNITION_EXPIRED -> warning("warning", key, List.of());
            case MIXED -> warning("caution", key, List.of(), share().of(), share().percent());
        };
    }

    private LabelStory.Warning warning(String style, String key, List<String> reasons, Object... arguments) {
        return new LabelStory.Warning(
                style, phrases.say(key, arguments), phrases.say(key + ".says", arguments), reasons);
    }

    private List<String> reasons() {
        return findings.recognitions().stream()
                .flatMap(recognition -> recognition.revocation().stream())
                .map(revocation -> phrases.say("warning.reason", revocation.reason()))
                .toList();
    }

    private LabelStory.County county(CountyStory county) {
        return new LabelStory.County(
                place(county), phrases.say("county.listed", county.list(), phrases.day(county.since())));
    }

    private String place(CountyStory county) {
        return county.within().isEmpty() ? county.name() : phrases.say("place", county.within(), county.name());
    }

    private LabelStory.Share share() {
        Quantity recognised = findings.share().recognised();
        int percent = findings.share().perMille() / 10;
        boolean whole = findings.claim() == Claim.RECOGNISED;
        boolean trace = percent == 0 && !recognised.isZero();
        return new LabelStory.Share(
                trace ? "<1%" : percent + "%",
                phrases.say(
                        whole ? "share.of.whole" : "share.of",
                        phrases.quantity(recognised),
                        phrases.quantity(batch.quantity())),
                percent,
                phrases.say(whole ? "share.whole" : "share.mixed"));
    }

    private LabelStory.Households households() {
        int count = goods.households().count();
        List<String> names = scan.names().stream().map(Disclosure::value).toList();
        int unnamed = count - names.size();
        String key = names.isEmpty() ? "none" : unnamed > 0 ? "some" : "all";
        return new LabelStory.Households(
                phrases.say("households.count", count), names, phrases.say("households." + key, unnamed));
    }

    private List<LabelStory.Step> steps() {
        String lot = printed.lot().value();
        String packed = phrases.quantity(batch.quantity());
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
                        batch.loss().isZero()
                                ? phrases.say("step.packed", lot, packed)
                                : phrases.say("step.packed.loss", lot, packed, phrases.quantity(batch.loss())),
                        null),
                new LabelStory.Step(phrases.day(batch.packing().enteredAt()), phrases.say("step.entered"), late),
                new LabelStory.Step(phrases.moment(attestation.asked().at()), phrases.say("step.now"), null));
    }

    private List<LabelStory.Confirmed> confirmed() {
        return List.of(
                confirmed("household", findings.confirmations().household()),
                confirmed("witness", findings.confirmations().witness()),
                confirmed("cooperative", findings.confirmations().cooperative()));
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
                        phrases.day(recognition.validity().to())),
                wants(recognition));
    }

    /** What the scheme wants of the goods and how much of them counts, unless it wants recognised goods and nothing else. */
    private @Nullable String wants(RecognitionStory recognition) {
        int least = recognition.least().orElse(WHOLE);
        if (least == WHOLE && recognition.categories().isEmpty()) {
            return null;
        }
        String from = recognition
                .categories()
                .map(categories -> phrases.list(categories.stream()
                        .map(category -> phrases.say("category." + category))
                        .toList()))
                .orElseGet(() -> phrases.say("category.all"));
        return phrases.say(
                "recognition.wants",
                phrases.percent(least),
                from,
                phrases.percent(recognition.counting().orElse(0)));
    }

    private String countyOf(RegionCode code) {
        return goods.counties().stream()
                .filter(county -> county.code().equals(code))
                .map(CountyStory::name)
                .findFirst()
                .orElse(code.value());
    }

    private List<String> checked() {
        List<String> checked = new ArrayList<>(List.of(
                phrases.say("checked.tag"),
                phrases.say("checked.tree", Integer.toString(printed.index() + 1), Integer.toString(printed.count())),
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
                phrases.say("unchecked.facts", findings.confirmations().cooperative()),
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
                        detail("gtin", printed.gtin().value()),
                        detail("lot", printed.lot().value()),
                        detail("position", printed.run() + " / " + (printed.index() + 1) + " / " + printed.count()),
                        detail("root", printed.root().value()),
                        detail("channel", attestation.channel()),
                        detail("endorsers", phrases.list(endorsers())),
                        detail("at", attestation.asked().at().toString()),
                        detail("nonce", attestation.asked().nonce().value()),
                        detail("digest", goods.households().digest().value()))
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
}
