package org.yuanhu.clientapi.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;

/** Looks for a planted person in everything the server keeps and says. */
class PersonalDataIT {
    private static final Map<String, String> PERSON = Map.of(
            "name", "样例甲乙丙丁",
            "idNumber", "000000198511223344",
            "phone", "10077788899",
            "displayName", "示例·甲乙家");
    private static final Path PRIVATE_STORE = Path.of("ledger", "private");

    @TempDir
    Path home;

    @Test
    void aPersonIsInThePrivateStoreAloneAndAfterErasureNowhere() throws Exception {
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            String household = enrol(server);
            assertThat(server.as("inspector").get("/actuator/prometheus").text())
                    .doesNotContain(PERSON.values());
            failInEveryWay(server);

            assertThat(filesWithThePerson())
                    .as("files that hold the person before the erasure")
                    .isNotEmpty()
                    .allMatch(file -> home.relativize(file).startsWith(PRIVATE_STORE), "in the private store");

            assertThat(server.as("county-a")
                            .delete("/api/v1/households/" + household + "/person")
                            .status())
                    .isEqualTo(200);
            awaitCompaction();
            assertThat(filesWithThePerson()).isEmpty();
        }
        assertThat(filesWithThePerson()).as("after the server stopped").isEmpty();
    }

    private static String enrol(ServerOnRandomPort server) {
        server.as("province")
                .post(
                        "/api/v1/regions",
                        Map.of(
                                "id", "region",
                                "code", "520527",
                                "name", "赫章县",
                                "within", "贵州省",
                                "list", "832",
                                "since", "2014-12-23"));
        ServerOnRandomPort.Answer enrolled =
                server.as("county-a").post("/api/v1/households", request("household", PERSON));
        assertThat(enrolled.status()).as(enrolled.text()).isEqualTo(201);
        String household = enrolled.json().get("household").asString();
        Map<String, Object> consent =
                Map.of("id", "consent", "household", household, "field", "displayName", "given", true);
        server.as("county-a").post("/api/v1/consents", consent);
        server.as("county-a").get("/api/v1/households/" + household + "/fields/displayName");
        return household;
    }

    private static Map<String, Object> request(String id, Map<String, String> person) {
        return Map.of(
                "id",
                id,
                "county",
                "520527",
                "categories",
                List.of(Map.of("category", "lifted", "from", "2020-12-31")),
                "person",
                person);
    }

    /** Failures are where servers quote what they were sent. */
    private static void failInEveryWay(ServerOnRandomPort server) {
        Client county = server.as("county-a");
        county.post("/api/v1/households", request("other", PERSON));
        server.as("county-c").post("/api/v1/households", request("third", PERSON));
        server.as("clerk-1").post("/api/v1/households", request("fourth", PERSON));
        Map<String, String> tooLong = new LinkedHashMap<>(PERSON);
        tooLong.replaceAll((field, value) -> value + "\u0007");
        county.post("/api/v1/households", request("fifth", tooLong));
        county.post("/api/v1/households", "{\"id\":\"sixth\",\"person\":\"" + PERSON.get("name") + "\"");
        Map<String, String> asName = new LinkedHashMap<>(PERSON);
        asName.put(PERSON.get("idNumber"), "x");
        asName.put(PERSON.get("name"), "x");
        says(county.post("/api/v1/households", request("seventh", asName)), "FM-16");
        says(
                county.post(
                        "/api/v1/households",
                        "{\"id\":\"eighth\",\"county\":\"520527\",\"categories\":[],\"person\":{\"" + PERSON.get("name")
                                + "\":7}}"),
                "DC-03");
        Map<String, Object> unknown = new LinkedHashMap<>(request("ninth", PERSON));
        unknown.put(PERSON.get("idNumber"), 1);
        says(county.post("/api/v1/households", unknown), "DC-02");
        String header = "household,county,name,id_number,phone,consent,category,category_from\n";
        String row = "00112233445566aa,520527," + PERSON.get("name") + ",1.98511E+17," + PERSON.get("phone")
                + ",yes,lifted,2020-12-31," + PERSON.get("idNumber") + "\n";
        says(county.importCsv("households", (header + row).getBytes(StandardCharsets.UTF_8)), "IM-09");
        says(county.importCsv("households", (row + row).getBytes(StandardCharsets.UTF_8)), "IM-07");
        county.post("/api/v1/tokens", Map.of("name", PERSON.get("name"), "password", PERSON.get("idNumber")));
        county.get("/api/v1/households/" + PERSON.get("phone"));
        county.get("/nowhere/" + PERSON.get("phone") + "?q=" + PERSON.get("idNumber"));
    }

    /** A refusal by this rule that repeats nothing of the person. */
    private static void says(Answer answer, String rule) {
        assertThat(answer.text()).contains(rule).doesNotContain("1.98511E+17");
        assertThat(answer.text()).doesNotContain(PERSON.values());
    }

    private void awaitCompaction() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (Files.exists(home.resolve("compaction-due")) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(home.resolve("compaction-due")).doesNotExist();
    }

    private List<Path> filesWithThePerson() throws IOException, NoSuchAlgorithmException {
        List<String> needles = needles();
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = read(file);
                if (needles.stream().anyMatch(content::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** A file the store has just replaced holds nothing any more. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Every value in each encoding, in base64 at each alignment, and plainly hashed. */
    private static List<String> needles() throws NoSuchAlgorithmException {
        List<String> needles = new ArrayList<>();
        for (String value : PERSON.values()) {
            for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")) {
                needles.add(latin(value.getBytes(Charset.forName(charset))));
            }
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            for (int shift = 0; shift < 3; shift++) {
                byte[] shifted = new byte[bytes.length + shift];
                System.arraycopy(bytes, 0, shifted, shift, bytes.length);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                needles.add(base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1));
            }
            for (String algorithm : List.of("SHA-256", "SHA-1", "MD5")) {
                byte[] hash = MessageDigest.getInstance(algorithm).digest(bytes);
                needles.add(latin(hash));
                needles.add(HexFormat.of().formatHex(hash));
            }
        }
        return needles;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
