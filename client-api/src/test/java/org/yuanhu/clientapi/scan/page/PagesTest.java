package org.yuanhu.clientapi.scan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.recognition.Standing;
import org.yuanhu.clientapi.scan.document.Scan;
import org.yuanhu.clientapi.scan.document.ScanDocument;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;
import org.yuanhu.clientapi.scan.document.Verdict;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.OrganisationRole;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.qrtools.verify.Doubt;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class PagesTest {
    private static final AnnotationConfigApplicationContext SPRING =
            new AnnotationConfigApplicationContext(ThymeleafAutoConfiguration.class, PageMessages.class);

    private final Pages pages = pages(LedgerFacts.Kind.SINGLE_MACHINE);

    private static Pages pages(LedgerFacts.Kind ledger) {
        return new Pages(SPRING.getBean(SpringTemplateEngine.class), SPRING, ledger, 4, 3);
    }

    @AfterAll
    static void close() {
        SPRING.close();
    }

    @Test
    void namesCountyCooperativeProductHouseholdsDaysAndShareInChinese() {
        assertThat(kept("label-zh", label(new SampleScan().scan(), Language.CHINESE)))
                .contains("已登记", "贵州省铜仁市 石阡县", "石阡县示例茶叶农民专业合作社", "石阡苔茶", "250 克", "12 户")
                .contains("石阡龙家", "青阳杨家", "另有 10 户")
                .contains("2026年10月28日至11月2日", "2026年11月8日", "包装 3 天后录入")
                .contains("100%", "1,477.75 千克", "58 笔", "10 笔", "5 笔", "有效");
    }

    @Test
    void namesCountyCooperativeProductHouseholdsDaysAndShareInEnglish() {
        assertThat(kept("label-en", label(new SampleScan().scan(), Language.ENGLISH)))
                .contains("Recorded", "石阡县, 贵州省铜仁市", "石阡县示例茶叶农民专业合作社", "石阡苔茶", "250 g", "12 households")
                .contains("10 more are not named here")
                .contains("28 October – 2 November 2026", "8 November 2026", "entered 3 days after packing")
                .contains("100%", "1,477.75 kg", "58 lines", "in force");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysThatOneMachineHoldsEveryKeyAndWhatWasNotChecked(Language language) {
        String page = label(new SampleScan().scan(), language);
        Phrases phrases = pages.phrases(language);
        assertThat(page)
                .contains(phrases.say("foot.machine"), phrases.say("verdict.recorded.says"))
                .contains(phrases.say("unchecked.machine"), phrases.say("unchecked.item"))
                .contains(phrases.say("unchecked.payout"));
    }

    @Test
    void aMixedBatchSaysItsShareRoundedDown() {
        Scan mixed = new SampleScan().recognised(1_477_749).scan();
        assertThat(label(mixed, Language.CHINESE)).contains("99%", "其余是普通货源");
        Scan trace = new SampleScan().recognised(1).scan();
        assertThat(label(trace, Language.ENGLISH)).contains("&lt;1%").doesNotContain(">0%");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMixedBatchIsToldAtTheHeadWithWhatItsSchemeWants(Language language) {
        Phrases phrases = pages.phrases(language);
        Scan mixed = new SampleScan()
                .recognised(855_618)
                .wants(500, Category.LIFTED, Category.MONITORED)
                .scan();
        String page = kept("mixed-" + language.tag(), label(mixed, language));
        assertThat(page).contains("card caution", "57%", "57.9%", "50%").doesNotContain("??", "card warning");
        assertThat(page.indexOf(phrases.say("warning.mixed")))
                .isPositive()
                .isLessThan(page.indexOf("<h1"))
                .isLessThan(page.indexOf(phrases.say("category.monitored")));
        assertThat(ScanDocument.of(mixed).notices()).containsExactly("mixed");

        Scan whole = new SampleScan().scan();
        assertThat(label(whole, language)).doesNotContain(phrases.say("warning.mixed"), "card caution");
        assertThat(ScanDocument.of(whole).notices()).isEmpty();
    }

    @Test
    void anAnswerOfTheFirstVersionIsTold() throws IOException {
        Path first = Path.of("..", "chaincode", "src", "test", "resources", "documents", "yuanhu-attest-v1");
        Attestation revoked =
                Json.stored("attestation", Files.readString(first.resolve("attest-attest-2.json")), Attestation.class);
        Scan now = new SampleScan().scan();
        Scan scan = new Scan(
                now.label(),
                revoked,
                now.answer(),
                now.verdict(),
                now.endorsers(),
                now.doubts(),
                now.blind(),
                now.leaf(),
                now.path(),
                List.of());
        String page = label(scan, Language.ENGLISH);
        assertThat(page).contains("recognition was revoked", "样品不合格", "this batch is mixed", "87%");
        assertThat(page).doesNotContain("??", "This scheme wants");
    }

    @Test
    void aRevokedRecognitionIsSaidBeforeTheStory() {
        Scan revoked = new SampleScan().standing(Standing.REVOKED).scan();
        String page = kept("revoked-zh", label(revoked, Language.CHINESE));
        assertThat(page.indexOf("产品认定已被撤销")).isPositive().isLessThan(page.indexOf("<h1"));
        assertThat(page).contains("示例：抽检不合格", "已撤销");
        assertThat(kept("revoked-en", label(revoked, Language.ENGLISH))).contains("recognition was revoked");
    }

    @Test
    void anExpiredRecognitionIsSaidBeforeTheStory() {
        Scan expired = new SampleScan().standing(Standing.EXPIRED).scan();
        assertThat(label(expired, Language.CHINESE)).contains("产品认定已过期");
        assertThat(label(expired, Language.ENGLISH)).contains("recognition has expired");
    }

    @Test
    void whatCameFromOutsideIsTextAndNeverMarkup() {
        String evil = "<script>alert(1)</script>\"'&";
        Scan scan = new SampleScan().productName(evil).names(evil).scan();
        for (Language language : Language.values()) {
            assertThat(label(scan, language)).doesNotContain("<script").contains("&lt;script&gt;");
            assertThat(pages.type(TypedSerial.read(evil), language)).doesNotContain("<script");
            ScanRefusedException refused = ScanRefusedException.of(
                    ScanRefusedException.Reason.ADDRESS,
                    RefusedException.by(Rule.FM_20)
                            .with("field", "path")
                            .with("value", evil)
                            .build());
            assertThat(pages.refused(refused, language)).doesNotContain("<script");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePagesLoadNothingFromElsewhereAndNeedNoScript(Language language) {
        String all = label(new SampleScan().scan(), language)
                + pages.type(null, language)
                + pages.refused(ScanRefusedException.tooMany(12), language);
        assertThat(all)
                .doesNotContain("<script", "http://", "https://", " style=", "<style", "javascript:")
                .doesNotContainPattern(" on[a-z]+=")
                .doesNotContain("??", "#{", "${");
    }

    @ParameterizedTest
    @EnumSource(ScanRefusedException.Reason.class)
    void everyReasonHasItsPageInBothLanguages(ScanRefusedException.Reason reason) {
        ScanRefusedException refused = ScanRefusedException.of(
                reason,
                RefusedException.by(Rule.LB_01)
                        .with("field", "lot")
                        .with("value", "LC26-02")
                        .with("expected", "LC26-01")
                        .build());
        for (Language language : Language.values()) {
            String page = kept("refused-" + reason.key() + "-" + language.tag(), pages.refused(refused, language));
            assertThat(page)
                    .contains(pages.phrases(language).say("refused." + reason.key()), "LB-01")
                    .doesNotContain("??");
        }
    }

    @Test
    void aMistypedNumberComesBackWithWhatIsWrong() {
        kept("type-zh", pages.type(null, Language.CHINESE));
        kept("type-en", pages.type(null, Language.ENGLISH));
        TypedSerial swapped = TypedSerial.read("1000 0301 0004 1123 4565");
        assertThat(kept("typed-zh", pages.type(swapped, Language.CHINESE)))
                .contains("1000 0301 0004 1123 4565", "校验码", "aria-invalid=\"true\"");
        assertThat(kept("typed-en", pages.type(swapped, Language.ENGLISH))).contains("four at a time");
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        ResourceBundle.Control asWritten =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String name = "org.yuanhu.clientapi.scan.messages";
        assertThat(ResourceBundle.getBundle(name, Locale.CHINESE, asWritten).keySet())
                .isEqualTo(ResourceBundle.getBundle(name, Locale.ENGLISH, asWritten)
                        .keySet());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void onANetworkItSaysWhoSignedAndWhoCheckedAndNothingOfASingleMachine(Language language) {
        Pages network = pages(LedgerFacts.Kind.FABRIC);
        Phrases phrases = network.phrases(language);
        Scan scan = new SampleScan().verdict(Verdict.CHECKED).scan();

        String page = kept("network-" + language.tag(), network.label(scan, "label.example.org", language));

        assertThat(page)
                .contains(phrases.say("verdict.checked", "label.example.org"))
                .contains(phrases.say("foot.network", 4, 3), "card verdict checked")
                .contains(phrases.say("unchecked.server", "label.example.org"))
                .doesNotContain(phrases.say("foot.machine"), phrases.say("unchecked.machine"))
                .doesNotContain(phrases.say("verdict.recorded"), "single machine", "单机", "??");
    }

    @Test
    void onANetworkWithoutTheGovernmentsSignatureItSaysSo() {
        Doubt missing = new Doubt.RoleMissing(OrganisationRole.GOVERNMENT);
        Doubt unknown = new Doubt.RevocationUnknown(new MspId("PlatformMSP"), Instant.EPOCH);

        assertThat(Verdict.of(LedgerFacts.Kind.FABRIC, List.of(unknown, missing)))
                .isEqualTo(Verdict.WITHOUT_GOVERNMENT);
        assertThat(Verdict.of(LedgerFacts.Kind.FABRIC, List.of())).isEqualTo(Verdict.CHECKED);
        assertThat(Verdict.of(LedgerFacts.Kind.SINGLE_MACHINE, List.of())).isEqualTo(Verdict.RECORDED);
        Scan scan = new SampleScan().doubts(missing).scan();
        assertThat(pages(LedgerFacts.Kind.FABRIC).label(scan, "label.example.org", Language.CHINESE))
                .contains("已确认，但缺政府部门", "card verdict without-government");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRevocationListOutOfDateIsSaidOnThePageAndInTheDocument(Language language) {
        Pages network = pages(LedgerFacts.Kind.FABRIC);
        Phrases phrases = network.phrases(language);
        Doubt unknown = new Doubt.RevocationUnknown(new MspId("CooperativeMSP"), Instant.EPOCH);

        Organisation cooperatives = Consortium.demo().organisation(new MspId("CooperativeMSP"));

        Scan scan = new SampleScan().doubts(unknown).scan();

        assertThat(network.label(scan, "label.example.org", language))
                .contains("card verdict revocation-unknown", phrases.say("verdict.revocation-unknown"))
                .contains(HtmlUtils.htmlEscape(phrases.say(
                        "unchecked.revocation",
                        language == Language.CHINESE ? cooperatives.nameZh() : cooperatives.nameEn())))
                .doesNotContain("card verdict checked", "??");
        assertThat(ScanDocument.of(scan).notChecked()).contains("revocation");
        assertThat(ScanDocument.of(new SampleScan().scan()).notChecked()).doesNotContain("revocation");
    }

    private String label(Scan scan, Language language) {
        return pages.label(scan, "label.example.org", language);
    }

    /** Leaves the page where a person can look at it. */
    private static String kept(String name, String page) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(
                    folder.resolve(name + ".html"), page.replace("\"/assets/", "\"../classes/static/assets/"));
            return page;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
