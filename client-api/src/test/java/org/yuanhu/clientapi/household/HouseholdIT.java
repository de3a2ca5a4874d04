package org.yuanhu.clientapi.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;

/** County-a is an officer of 520527, county-c of 520526. */
class HouseholdIT {
    @TempDir
    static Path home;

    private static ServerOnRandomPort server;
    private static Client county;

    @BeforeAll
    static void start() {
        server = ServerOnRandomPort.start(home);
        Client province = server.as("province");
        for (String code : List.of("520527", "520526")) {
            Answer admitted = province.post(
                    "/api/v1/regions",
                    Map.of(
                            "id", "region-" + code,
                            "code", code,
                            "name", "示例县",
                            "within", "贵州省",
                            "list", "832",
                            "since", "2014-12-23"));
            assertThat(admitted.status()).as(admitted.text()).isEqualTo(201);
        }
        county = server.as("county-a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, Object> enrolment(String id, String idNumber) {
        return Map.of(
                "id",
                id,
                "county",
                "520527",
                "categories",
                List.of(Map.of("category", "lifted", "from", "2020-12-31")),
                "person",
                Map.of("name", "样例户主" + id, "idNumber", idNumber, "phone", "10000009999", "displayName", "示例·" + id));
    }

    @Test
    void enrolsInPrivateAndVouchesInPublicAndTheSameRequestAgainAddsNothing() {
        Answer first = county.post("/api/v1/households", enrolment("h-1", "000000199001010011"));
        Answer again = county.post("/api/v1/households", enrolment("h-1", "000000199001010011"));

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        String household = first.json().get("household").asString();
        assertThat(again.json().get("household").asString()).isEqualTo(household);
        Answer known = county.get("/api/v1/households/" + household);
        assertThat(known.json().get("status").asString()).isEqualTo("vouched");
        assertThat(known.text()).doesNotContain("样例户主").doesNotContain("10000009999");
    }

    @Test
    void refusesToEnrolOneFamilyTwice() {
        county.post("/api/v1/households", enrolment("h-2", "00000019900101002x"));

        Answer refused = county.post("/api/v1/households", enrolment("h-3", " 00000019900101002X "));

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.json().get("rule").asString()).isEqualTo("HH-06");
    }

    @Test
    void refusesOtherContentUnderTheSameId() {
        county.post("/api/v1/households", enrolment("h-4", "000000199001010038"));

        Answer refused = county.post("/api/v1/households", enrolment("h-4", "000000199001010046"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
    }

    @Test
    void refusesAnOfficerOfAnotherCounty() {
        Answer refused = server.as("county-c").post("/api/v1/households", enrolment("h-5", "000000199001010054"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("rule").asString()).isEqualTo("AC-07");
    }

    @Test
    void refusesAnEnrolmentWithoutAnIdNumberAndNamesTheField() {
        Answer refused = county.post(
                "/api/v1/households",
                Map.of(
                        "id",
                        "h-6",
                        "county",
                        "520527",
                        "categories",
                        List.of(Map.of("category", "general", "from", "2020-12-31")),
                        "person",
                        Map.of("name", "样例")));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().at("/arguments/field").asString()).isEqualTo("person.idNumber");
    }

    @Test
    void tellsItsCountyAndKeepsWhoLookedWithoutWhatWasSeen() {
        String household = county.post("/api/v1/households", enrolment("h-7", "000000199001010062"))
                .json()
                .get("household")
                .asString();
        String field = "/api/v1/households/" + household + "/fields/displayName";

        assertThat(county.get(field).json().get("value").asString()).isEqualTo("示例·h-7");
        assertThat(server.as("county-c").get(field).json().get("rule").asString())
                .isEqualTo("AC-07");
        assertThat(server.as("clerk-1").get(field).json().get("rule").asString())
                .isEqualTo("MM-01");
        assertThat(server.as("inspector").get(field).json().get("rule").asString())
                .isEqualTo("AC-05");

        List<Map<String, Object>> looks = server.bean(JdbcClient.class)
                .sql("select * from private_look where household = ?")
                .param(household)
                .query()
                .listOfRows();
        assertThat(looks).hasSize(1);
        assertThat(looks.get(0))
                .containsEntry("user_name", "county-a")
                .containsEntry("household", household)
                .containsEntry("field_name", "displayName")
                .containsKeys("looked_at", "request");
        assertThat(looks.toString()).doesNotContain("示例");
    }

    @Test
    void erasesThePersonAndLetsTheFamilyBeEnrolledAnew() {
        String household = county.post("/api/v1/households", enrolment("h-8", "000000199001010070"))
                .json()
                .get("household")
                .asString();
        county.post("/api/v1/consents", consent("c-3", household, true));

        Answer erased = county.delete("/api/v1/households/" + household + "/person");

        assertThat(erased.status()).as(erased.text()).isEqualTo(200);
        assertThat(county.get("/api/v1/households/" + household + "/fields/displayName")
                        .json()
                        .get("rule")
                        .asString())
                .isEqualTo("HH-11");
        assertThat(county.post("/api/v1/households", enrolment("h-9", "000000199001010070"))
                        .status())
                .isEqualTo(201);
    }

    private static Map<String, Object> consent(String id, String household, boolean given) {
        return Map.of("id", id, "household", household, "field", "displayName", "given", given);
    }
}
