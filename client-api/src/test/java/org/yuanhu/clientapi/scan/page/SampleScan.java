package org.yuanhu.clientapi.scan.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.attest.Attestation.BatchStory;
import org.yuanhu.chaincode.attest.Attestation.CooperativeStory;
import org.yuanhu.chaincode.attest.Attestation.CountyStory;
import org.yuanhu.chaincode.attest.Attestation.HouseholdStory;
import org.yuanhu.chaincode.attest.Attestation.HouseholdsStory;
import org.yuanhu.chaincode.attest.Attestation.ProductStory;
import org.yuanhu.chaincode.attest.Attestation.RecognitionStory;
import org.yuanhu.chaincode.attest.Attestation.ShareStory;
import org.yuanhu.chaincode.attest.LabelStatus;
import org.yuanhu.chaincode.attest.Nonce;
import org.yuanhu.chaincode.attest.Notice;
import org.yuanhu.chaincode.batch.Ancestors;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Confirmed;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.recognition.Revocation;
import org.yuanhu.chaincode.recognition.Standing;
import org.yuanhu.chaincode.recognition.Validity;
import org.yuanhu.clientapi.scan.document.Scan;
import org.yuanhu.clientapi.scan.document.Verdict;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.verify.Doubt;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.label.Salt;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.time.Season;

/** A scan as it could come out of the ledger, to be changed in the respect a test is about. */
final class SampleScan {
    static final PrintRunLabels LABELS = new PrintRunLabels(
            new PrintRun(
                    new ConsortiumId("demo-52"),
                    LabelClass.UNIT,
                    new Gtin("09520000000356"),
                    new Lot("LC26-01"),
                    new RunNumber("10000301"),
                    800),
            RunSecret.of(new byte[32]));
    private static final int INDEX = 41;
    private static final RegionCode COUNTY = new RegionCode("520623");

    private static final Quantity PACKED = new Quantity(1_477_750, Unit.GRAM);

    private Quantity recognised = PACKED;
    private int least = 1_000;
    private Optional<List<Category>> categories = Optional.empty();
    private Standing standing = Standing.IN_FORCE;
    private Verdict verdict = Verdict.RECORDED;
    private List<Doubt> doubts = List.of();
    private List<String> names = List.of("石阡龙家", "青阳杨家");
    private String productName = "石阡苔茶";

    SampleScan recognised(long grams) {
        recognised = new Quantity(grams, Unit.GRAM);
        return this;
    }

    SampleScan verdict(Verdict given) {
        verdict = given;
        return this;
    }

    SampleScan doubts(Doubt... left) {
        doubts = List.of(left);
        verdict = Verdict.of(LedgerFacts.Kind.FABRIC, doubts);
        return this;
    }

    SampleScan standing(Standing now) {
        standing = now;
        return this;
    }

    SampleScan wants(int perMille, Category... from) {
        least = perMille;
        categories = Optional.of(List.of(from));
        return this;
    }

    SampleScan names(String... told) {
        names = List.of(told);
        return this;
    }

    SampleScan productName(String name) {
        productName = name;
        return this;
    }

    Scan scan() {
        Attestation attestation = attestation();
        return new Scan(
                LABELS.path(INDEX),
                attestation,
                Json.write(attestation),
                verdict,
                Consortium.demo().organisations().subList(0, 3),
                doubts,
                LABELS.leaf(INDEX).blind(),
                LABELS.leaf(INDEX).hash(),
                LABELS.inclusion(INDEX),
                names.stream().map(SampleScan::told).toList());
    }

    private Attestation attestation() {
        Claim claim = recognised.equals(PACKED) ? Claim.RECOGNISED : Claim.MIXED;
        List<Notice> notices = new ArrayList<>();
        if (standing == Standing.REVOKED) {
            notices.add(Notice.RECOGNITION_REVOKED);
        } else if (standing == Standing.EXPIRED) {
            notices.add(Notice.RECOGNITION_EXPIRED);
        }
        if (claim == Claim.MIXED) {
            notices.add(Notice.MIXED);
        }
        return new Attestation(
                "yuanhu",
                new Attestation.Printed(
                        LABELS.run().run(),
                        INDEX,
                        LABELS.run().gtin(),
                        LABELS.run().lot(),
                        LABELS.run().labelClass(),
                        LABELS.count(),
                        LABELS.root()),
                new Attestation.Asked(
                        Instant.parse("2026-11-25T08:12:00Z"), new Nonce("00112233445566778899aabbccddeeff")),
                new Attestation.Findings(
                        LabelStatus.ASSIGNED,
                        claim,
                        new ShareStory(recognised, perMille()),
                        List.of(recognition()),
                        List.of(new Season("2026")),
                        notices,
                        new Confirmed(58, 10, 5)),
                new Attestation.Goods(
                        new ProductStory(
                                productName, new Quantity(250, Unit.GRAM), new CommodityCode("green-tea"), "绿茶"),
                        new CooperativeStory(new CreditCode("93520623MA0000031R"), "石阡县示例茶叶农民专业合作社", COUNTY),
                        List.of(new CountyStory(COUNTY, "石阡县", "贵州省铜仁市", "832 个国家级贫困县", LocalDate.of(2014, 12, 23))),
                        batch(),
                        households(),
                        new Ancestors(0, Hash.sha256())));
    }

    private int perMille() {
        return (int) (recognised.value() * 1_000 / PACKED.value());
    }

    private RecognitionStory recognition() {
        return new RecognitionStory(
                new RecognitionId("RZ2026-520623-35"),
                new SchemeId("fp2020"),
                "扶贫产品认定（2020 年办法）",
                COUNTY,
                standing,
                new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)),
                "公示",
                standing == Standing.REVOKED
                        ? Optional.of(new Revocation("示例：抽检不合格", Instant.parse("2026-11-24T02:00:00Z")))
                        : Optional.empty(),
                Optional.of(perMille()),
                Optional.of(least),
                categories);
    }

    private static BatchStory batch() {
        return new BatchStory(
                PACKED,
                new Quantity(30_000, Unit.GRAM),
                new Batch.Packing(LocalDate.of(2026, 11, 8), Instant.parse("2026-11-11T03:00:00Z")),
                new Batch.Weighing(LocalDate.of(2026, 10, 28), LocalDate.of(2026, 11, 2)),
                3,
                73);
    }

    private HouseholdsStory households() {
        return new HouseholdsStory(
                12,
                Stream.of("c329e78e687e40c9", "00341d62e91c61fd")
                        .map(id -> new HouseholdStory(new HouseholdId(id), COUNTY, Optional.empty()))
                        .toList(),
                Hash.sha256());
    }

    private static Disclosure told(String name) {
        return new Disclosure(
                new HouseholdId("c329e78e687e40c9"),
                new FieldName("displayName"),
                name,
                new Salt("00".repeat(16)),
                Hash.ZERO);
    }
}
