package org.yuanhu.clientapi.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;

class RegistryIT {
    @TempDir
    static Path home;

    private static ServerOnRandomPort server;

    @BeforeAll
    static void start() {
        server = ServerOnRandomPort.start(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> region(String id, String code, String name) {
        return Map.of("id", id, "code", code, "name", name, "within", "贵州省 毕节市", "list", "832", "since", "2014-12-23");
    }

    @Test
    void admitsARegionOnceAndReadsItBackFromTheLedger() {
        Client province = server.as("province");

        Answer first = province.post("/api/v1/regions", region("r-1", "520527", "赫章县"));
        Answer again = province.post("/api/v1/regions", region("r-1", "520527", "赫章县"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().get("repeated").asBoolean()).isFalse();
        assertThat(first.json().get("transactionId").asString()).matches("[0-9a-f]{64}");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().get("repeated").asBoolean()).isTrue();
        assertThat(province.get("/api/v1/regions/520527").json().get("name").asString())
                .isEqualTo("赫章县");
        assertThat(province.get("/api/v1/acts/r-1").json().at("/by/role").asString())
                .isEqualTo("province-officer");
    }

    @Test
    void refusesAnotherContentUnderAUsedIdAsAConflict() {
        Client province = server.as("province");
        province.post("/api/v1/regions", region("r-2", "520526", "威宁彝族回族苗族自治县"));

        Answer refused = province.post("/api/v1/regions", region("r-2", "520623", "石阡县"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("rule").asString()).isEqualTo("ID-01");
        assertThat(refused.json().at("/arguments/id").asString()).isEqualTo("r-2");
    }

    @Test
    void saysInTheCallersLanguageThatAClerkMayNotAdmitARegion() {
        Answer english = server.as("clerk-1").post("/api/v1/regions", region("r-3", "522632", "榕江县"));
        Answer chinese = server.as("clerk-1").in("zh-CN").post("/api/v1/regions", region("r-3", "522632", "榕江县"));

        assertThat(english.status()).isEqualTo(403);
        assertThat(english.json().get("rule").asString()).isEqualTo("AC-05");
        assertThat(english.json().get("detail").asString()).contains("may not do");
        assertThat(chinese.json().get("detail").asString()).containsPattern("\\p{IsHan}");
        assertThat(server.as("province").get("/api/v1/regions/522632").status()).isEqualTo(404);
    }

    @Test
    void namesTheFieldAndTheRuleOfAMalformedValue() {
        Answer refused = server.as("province").post("/api/v1/regions", region("r-4", "52052", "赫章县"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asString()).isEqualTo("FM-10");
        assertThat(refused.json().at("/arguments/field").asString()).isEqualTo("code");
    }

    @Test
    void answers400ToWhatIsNoJsonAndToAnUnknownField() {
        Client province = server.as("province");

        assertThat(province.post("/api/v1/regions", "{\"id\":").status()).isEqualTo(400);
        Map<String, Object> withColour = new HashMap<>(region("r-5", "520527", "赫章县"));
        withColour.put("colour", "red");
        Answer unknown = province.post("/api/v1/regions", withColour);
        assertThat(unknown.json().get("rule").asString()).isEqualTo("DC-02");
    }

    @Test
    void pagesThroughTheLedgersDocumentsInTheOrderOfTheirKeys() {
        Client province = server.as("province");
        province.post("/api/v1/regions", region("p-1", "520621", "碧江区"));
        province.post("/api/v1/regions", region("p-2", "520622", "江口县"));

        Answer first = province.get("/api/v1/ledger/region?size=1");
        String bookmark = first.json().get("bookmark").asString();
        Answer second = province.get(
                "/api/v1/ledger/region?size=1&bookmark=" + URLEncoder.encode(bookmark, StandardCharsets.UTF_8));

        assertThat(first.json().get("items")).hasSize(1);
        assertThat(second.json().get("items")).hasSize(1);
        assertThat(second.json().at("/items/0/code").asString())
                .isGreaterThan(first.json().at("/items/0/code").asString());
    }
}
