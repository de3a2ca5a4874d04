package org.yuanhu.clientapi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.label.RunSecrets;
import org.yuanhu.qrtools.read.LabelReader;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a server that knows nothing, over REST alone, to labels that every symbol of is read twice and resolved. */
class StoryIT {
    private static final String ORIGIN = "https://yuanhu.example";
    private static final int LABELS = 30;

    @TempDir
    private static Path home;

    private static ServerOnRandomPort server;
    private static Story story;
    private static JsonNode run;

    @BeforeAll
    static void tellTheStory() {
        server = ServerOnRandomPort.start(home, "--yuanhu.labels.origin=" + ORIGIN);
        story = new Story(server).founded();
        List<String> households = List.of(
                story.household(Story.Person.sample(1), true),
                story.household(Story.Person.sample(2), true),
                story.household(Story.Person.sample(3), false));
        story.batch("LC26-01", story.intake(households), households.size());
        run = story.printRun("LC26-01", LABELS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void everySymbolOnEveryPageIsReadByTwoDecodersAndResolved(int dpi) throws IOException, InterruptedException {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf("clerk-3", dpi).body())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, dpi, ImageType.GRAY);
                first.addAll(LabelReader.read(picture));
                second.addAll(SecondDecoder.read(picture));
            }
        }
        assertThat(first).hasSize(LABELS).doesNotHaveDuplicates();
        assertThat(second).containsExactlyInAnyOrderElementsOf(first);
        for (String address : first) {
            assertThat(address).startsWith(ORIGIN + "/01/" + Story.GTIN + "/10/LC26-01/21/100003");
            Scanned scanned = scan(address.substring(ORIGIN.length()), "application/json");
            assertThat(scanned.status()).as(address).isEqualTo(200);
            JsonNode document = new JsonMapper().readTree(scanned.text());
            assertThat(document.get("verdict").asString()).isEqualTo("recorded");
            assertThat(document.get("label").asString()).isEqualTo(address.substring(ORIGIN.length()));
            assertThat(document.get("attestation").get("root").asString())
                    .isEqualTo(run.get("root").asString());
        }
    }

    @Test
    void theSheetsShowProductCooperativeAndEverySerialInFivesOfFour() throws IOException, InterruptedException {
        try (PDDocument document = Loader.loadPDF(pdf("clerk-3", 300).body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("石阡苔茶", "石阡县示例茶叶农民专业合作社", "GTIN " + Story.GTIN, "LC26-01")
                    .containsPattern("[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void thePageNamesCountyCooperativeProductHouseholdsDaysAndShare(String language) {
        Scanned page = scan(path(0) + "?lang=" + language, "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("石阡县", "石阡县示例茶叶农民专业合作社", "石阡苔茶", "样例家1", "样例家2", "100%")
                .contains(language.equals("zh") ? "已登记" : "Recorded", language.equals("zh") ? "3 户" : "3 households")
                .contains(language.equals("zh") ? "包装 3 天后录入" : "entered 3 days after packing")
                .doesNotContain("样例家3", "样例农户", "100-0000-00");
    }

    @Test
    void theDigitsAloneLeadToTheLabel() {
        String typed = label(4).get("serial").asString().replace(" ", "%20");
        Answer found = server.anybody().get("/find?serial=" + typed);
        assertThat(found.status()).isEqualTo(303);
        assertThat(found.header("Location")).isEqualTo(path(4) + "?lang=en");
    }

    @Test
    void anotherAddressThanTheOnePrintedIsRefusedWithAPage() {
        String right = path(0);
        String serial = right.substring(right.length() - 20);
        List<String> wrong = List.of(
                right.toLowerCase(java.util.Locale.ROOT),
                right.replace("LC26", "LC%32" + "6"),
                "/01/" + Story.GTIN + "/21/" + serial,
                "/01/" + Story.GTIN);
        for (String path : wrong) {
            Scanned page = scan(path, "text/html");
            assertThat(page.status()).as(path).isEqualTo(400);
            assertThat(page.text()).as(path).contains("This is not a label’s address");
        }
    }

    @Test
    void aRightNumberUnderAnotherLotOrProductIsRefused() {
        for (String wrong :
                List.of(path(0).replace("LC26-01", "LC26-02"), path(0).replace(Story.GTIN, "09520000000363"))) {
            Scanned refused = scan(wrong, "application/json");
            assertThat(refused.status()).as(wrong).isEqualTo(404);
            assertThat(refused.text()).contains("LB-01");
            assertThat(scan(wrong, "text/html").text()).contains("The label does not match the ledger");
        }
    }

    @Test
    void theSameOrderAgainIsTheSameRunAndAnotherContentIsAConflict() {
        Map<String, Object> order = Map.of(
                "id",
                run.get("id").asString(),
                "gtin",
                Story.GTIN,
                "lot",
                "LC26-01",
                "class",
                "unit",
                "count",
                LABELS,
                "recognitions",
                List.of(Story.RECOGNITION));
        Answer again = server.as("clerk-3").post("/api/v1/print-runs", order);
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json().get("repeated").asBoolean()).isTrue();
        assertThat(again.json().get("run")).isEqualTo(run.get("run"));
        assertThat(again.json().get("root")).isEqualTo(run.get("root"));
        Answer other = server.as("clerk-3").post("/api/v1/print-runs", Story.with(order, "count", LABELS + 1));
        assertThat(other.status()).as(other.toString()).isEqualTo(409);
    }

    @Test
    void anOrderCutShortBetweenSecretAndLedgerFinishesTheSameRun() {
        RunNumber number = new RunNumber("10000377");
        RunSecrets secrets = server.bean(RunSecrets.class);
        RunSecret made = secrets.ofRun(number);
        secrets.give(new ActId("story-cut-short"), number);
        Answer finished = server.as("clerk-3")
                .post(
                        "/api/v1/print-runs",
                        Map.of(
                                "id",
                                "story-cut-short",
                                "gtin",
                                Story.GTIN,
                                "lot",
                                "LC26-01",
                                "class",
                                "unit",
                                "count",
                                2,
                                "recognitions",
                                List.of(Story.RECOGNITION)));
        assertThat(finished.status()).as(finished.toString()).isEqualTo(201);
        assertThat(finished.json().get("run").asString()).isEqualTo(number.value());
        String path =
                "/01/" + Story.GTIN + "/10/LC26-01/21/" + made.serial(number, 1).text();
        assertThat(scan(path, "text/html").status()).isEqualTo(200);
    }

    @Test
    void moreLabelsThanTheBatchHoldsAreRefusedAndTheNumberGoesToTheNextRun() {
        Answer refused = story.tries(
                "clerk-3",
                "/print-runs",
                Map.of(
                        "gtin",
                        Story.GTIN,
                        "lot",
                        "LC26-01",
                        "class",
                        "unit",
                        "count",
                        100_000,
                        "recognitions",
                        List.of(Story.RECOGNITION)));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.json().get("rule").asString()).isEqualTo("MB-04");
        JsonNode next = story.printRun("LC26-01", 1);
        JsonNode afterThat = story.printRun("LC26-01", 1);
        assertThat(Integer.parseInt(afterThat.get("run").asString()))
                .isEqualTo(Integer.parseInt(next.get("run").asString()) + 1);
    }

    @Test
    void aStrangerGetsNoLabels() throws IOException, InterruptedException {
        assertThat(pdf("clerk-1", 300).statusCode()).isEqualTo(403);
        assertThat(pdf("province", 300).statusCode()).isEqualTo(403);
        assertThat(server.anybody().get(pdfPath(300)).status()).isEqualTo(401);
    }

    @Test
    void aPictureOfOneLabelIsReadBack() throws IOException, InterruptedException {
        HttpResponse<byte[]> png =
                bytes("clerk-3", "/api/v1/print-runs/" + run.get("run").asString() + "/labels.png?index=7");
        BufferedImage picture = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png.body()));
        assertThat(LabelReader.read(picture)).containsExactly(ORIGIN + path(7));
    }

    @Test
    void aRefusedPrintRunSaysWhyInBothLanguages() {
        Map<String, Object> order = Map.of(
                "id",
                "story-bad",
                "gtin",
                "09520000000357",
                "lot",
                "X",
                "class",
                "unit",
                "count",
                1,
                "recognitions",
                List.of());
        for (String language : List.of("zh", "en")) {
            Answer refused = server.as("clerk-3").in(language).post("/api/v1/print-runs", order);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("rule").asString()).isEqualTo("FM-02");
            assertThat(refused.json().get("detail").asString()).contains("09520000000357");
        }
    }

    private static String path(int index) {
        return label(index).get("address").asString().substring(ORIGIN.length());
    }

    private static JsonNode label(int index) {
        return server.as("clerk-3")
                .get("/api/v1/print-runs/" + run.get("run").asString() + "/labels/" + index)
                .json();
    }

    private static String pdfPath(int dpi) {
        return run.get("pdf").asString() + "?dpi=" + dpi;
    }

    private static HttpResponse<byte[]> pdf(String who, int dpi) throws IOException, InterruptedException {
        return bytes(who, pdfPath(dpi));
    }

    private static HttpResponse<byte[]> bytes(String who, String path) throws IOException, InterruptedException {
        Answer token = server.anybody().post("/api/v1/tokens", Map.of("name", who, "password", who + "-demo"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Authorization", "Bearer " + token.json().get("token").asString())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Scanned scan(String path, String accept) {
        return Scanned.at(server.address(), path, accept, "en");
    }
}
