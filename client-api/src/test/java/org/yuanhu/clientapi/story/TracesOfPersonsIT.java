package org.yuanhu.clientapi.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import tools.jackson.databind.JsonNode;

/**
 * Follows invented persons through the whole story, from enrolment to the page a buyer opens, and looks for them wherever they must not
 * be: in the ledger's blocks (which carry every value of public state), the database, logs, metrics and each file but the private store.
 */
class TracesOfPersonsIT {
    private static final Path PRIVATE_STORE = Path.of("ledger", "private");

    private final List<Story.Person> persons =
            List.of(Story.Person.sample(61), Story.Person.sample(62), Story.Person.sample(63));
    private final Traces traces = new Traces(persons.stream()
            .flatMap(person -> Stream.of(person.name(), person.idNumber(), person.phone(), person.displayName()))
            .toList());

    @TempDir
    private Path home;

    @Test
    void theSearchFindsWhatIsPlanted() {
        Story.Person person = persons.get(0);
        assertThat(traces.in("x" + person.name() + "y")).isNotEmpty();
        assertThat(traces.in(java.util.Base64.getEncoder()
                        .encodeToString(
                                ("ab" + person.idNumber() + "c").getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(traces.in("nobody")).isEmpty();
    }

    @Test
    void personsLeaveNoTraceOutsideThePrivateStoreAndAfterErasureNone() throws Exception {
        String label;
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            Story story = new Story(server).founded();
            List<String> households = persons.stream()
                    .map(person -> story.household(person, true))
                    .toList();
            story.batch("LC26-01", story.intake(households), households.size());
            JsonNode run = story.printRun("LC26-01", 20);
            label = labelOf(server, run);
            assertThat(Scanned.at(server.address(), label, "text/html", "zh").text())
                    .contains(persons.get(0).displayName(), persons.get(2).displayName());
            assertThat(server.as("clerk-3").get(run.get("pdf").asString()).status())
                    .isEqualTo(200);
            refuseWithPersonsInTheRequest(server, story);

            assertThat(traces.in(
                            server.as("inspector").get("/actuator/prometheus").text()))
                    .isEmpty();
            assertThat(tracesInBlocks(server)).isEmpty();
            assertThat(tracesInDatabase(server)).isEmpty();
            assertThat(filesWithTraces().keySet())
                    .isNotEmpty()
                    .allMatch(file -> home.relativize(file).startsWith(PRIVATE_STORE));

            for (String household : households) {
                assertThat(server.as("county-e")
                                .delete("/api/v1/households/" + household + "/person")
                                .status())
                        .isEqualTo(200);
            }
            server.bean(EmbeddedLedger.class).compact();
            assertThat(Scanned.at(server.address(), label, "text/html", "zh").text())
                    .contains("已登记", "3 户")
                    .doesNotContain(persons.get(0).displayName(), persons.get(2).displayName());
            assertThat(tracesInBlocks(server)).isEmpty();
            assertThat(filesWithTraces()).isEmpty();
        }
        assertThat(filesWithTraces()).isEmpty();
        try (ServerOnRandomPort server = ServerOnRandomPort.start(home)) {
            assertThat(Scanned.at(server.address(), label, "text/html", "zh").status())
                    .isEqualTo(200);
        }
        assertThat(filesWithTraces()).isEmpty();
    }

    private static String labelOf(ServerOnRandomPort server, JsonNode run) {
        String address = server.as("clerk-3")
                .get("/api/v1/print-runs/" + run.get("run").asString() + "/labels/0")
                .json()
                .get("address")
                .asString();
        return address.substring(address.indexOf("/01/"));
    }

    /** What is refused must not be quoted in a log either. */
    private void refuseWithPersonsInTheRequest(ServerOnRandomPort server, Story story) {
        Story.Person person = persons.get(0);
        Map<String, Object> again = Map.of(
                "county", Story.COUNTY,
                "categories", List.of(Map.of("category", "lifted", "from", "2016-01-01")),
                "person", Map.of("name", person.name(), "idNumber", person.idNumber(), "phone", person.phone()));
        assertThat(story.tries("county-e", "/households", again).status()).isGreaterThanOrEqualTo(400);
        assertThat(story.tries("clerk-3", "/households", again).status()).isEqualTo(403);
        assertThat(story.tries("county-e", "/households", Story.with(again, "unknown", person.phone()))
                        .status())
                .isGreaterThanOrEqualTo(400);
        server.as("county-e").post("/api/v1/households", "{\"person\":{\"name\":\"" + person.name() + "\"");
        server.anybody().get("/find?serial=" + person.phone());
        Scanned.at(server.address(), "/01/" + person.idNumber(), "text/html", "zh");
        server.anybody().post("/api/v1/tokens", Map.of("name", person.phone(), "password", person.idNumber()));
    }

    private List<String> tracesInBlocks(ServerOnRandomPort server) throws IOException {
        EmbeddedLedger ledger = server.bean(EmbeddedLedger.class);
        List<String> found = new ArrayList<>();
        assertThat(ledger.height()).isGreaterThan(20);
        for (long number = 0; number < ledger.height(); number++) {
            found.addAll(traces.in(ledger.block(number).orElseThrow().toByteArray()));
        }
        return found;
    }

    private List<String> tracesInDatabase(ServerOnRandomPort server) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection sql = server.bean(DataSource.class).getConnection();
                Statement statement = sql.createStatement();
                ResultSet script = statement.executeQuery("script")) {
            while (script.next()) {
                found.addAll(traces.in(script.getString(1)));
            }
        }
        return found;
    }

    private Map<Path, List<String>> filesWithTraces() throws IOException {
        Map<Path, List<String>> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> here = traces.in(bytesOf(file));
                if (!here.isEmpty()) {
                    found.put(file, here);
                }
            }
        }
        return found;
    }

    /** A file that the store replaced meanwhile holds nothing any more. */
    private static byte[] bytesOf(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }
}
