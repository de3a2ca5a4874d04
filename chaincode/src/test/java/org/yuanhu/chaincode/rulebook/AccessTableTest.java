package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.StateDigest;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Every act by every role, of its own organisation or another, under its own authority or another, for its own cooperative and county
 * or another: about nine hundred calls, held against a table written by hand.
 */
@ExtendWith(SharedWorld.class)
class AccessTableTest {
    private static final Map<Role, String> MSP = Map.of(
            Role.PROVINCE_OFFICER, "GovernmentMSP",
            Role.CITY_OFFICER, "GovernmentMSP",
            Role.COUNTY_OFFICER, "GovernmentMSP",
            Role.COOPERATIVE_MANAGER, "CooperativeMSP",
            Role.CLERK, "CooperativeMSP",
            Role.PLATFORM_OPERATOR, "PlatformMSP",
            Role.INSPECTOR, "AuditorMSP",
            Role.AUDITOR, "AuditorMSP");

    /** Another authority of the same organisation. */
    private static final Map<Role, String> OTHER_AUTHORITY = Map.of(
            Role.PROVINCE_OFFICER, "ca-city-officer",
            Role.CITY_OFFICER, "ca-county-officer",
            Role.COUNTY_OFFICER, "ca-province-officer",
            Role.COOPERATIVE_MANAGER, "ca-clerk",
            Role.CLERK, "ca-cooperative-manager",
            Role.PLATFORM_OPERATOR, "ca-nodes",
            Role.INSPECTOR, "ca-auditor",
            Role.AUDITOR, "ca-inspector");

    private final World world;
    private final SampleActs samples;

    AccessTableTest(World world) {
        this.world = world;
        this.samples = new SampleActs(world);
    }

    @Test
    void everyActByEveryRoleIsAnsweredAsTheTableSays() throws IOException {
        String before = StateDigest.of(world);
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Map.Entry<Operation, Map<Role, String>> row : table().entrySet()) {
            for (Map.Entry<Role, String> cell : row.getValue().entrySet()) {
                for (Caller caller : callers(cell.getKey(), cell.getValue())) {
                    calls++;
                    String answer = answer(row.getKey(), caller.client);
                    if (!answer.equals(caller.expected)) {
                        wrong.add("%s by %s, %s: %s instead of %s"
                                .formatted(row.getKey(), cell.getKey(), caller.description, answer, caller.expected));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).isGreaterThan(29 * 8 * 3);
        assertThat(StateDigest.of(world)).isEqualTo(before);
    }

    private List<Caller> callers(Role role, String cell) {
        String otherMsp = "PlatformMSP".equals(MSP.get(role)) ? "AuditorMSP" : "PlatformMSP";
        String otherMspAuthority = otherMsp.equals("PlatformMSP") ? "ca-platform-operator" : "ca-inspector";
        List<Caller> callers = new ArrayList<>();
        callers.add(new Caller("their own", own(role), ownAnswer(cell)));
        callers.add(new Caller(
                "of another organisation",
                world.impostor(otherMsp, otherMspAuthority, "impostor", attributes(role, false)),
                Rule.AC_02.id()));
        callers.add(new Caller(
                "under another authority",
                world.impostor(
                        Objects.requireNonNull(MSP.get(role)),
                        Objects.requireNonNull(OTHER_AUTHORITY.get(role)),
                        "impostor",
                        attributes(role, false)),
                Rule.AC_03.id()));
        if (role.seat() != Role.Seat.ORGANISATION) {
            callers.add(new Caller("for another " + role.seat(), issued(role, true), foreignAnswer(role, cell)));
        }
        return callers;
    }

    /** A call within every bound is accepted, unless the step is not theirs. */
    private static String ownAnswer(String cell) {
        if (cell.equals("-")) {
            return Rule.AC_05.id();
        }
        return cell.endsWith("step") ? "accepted or " + Rule.RC_06.id() : "accepted";
    }

    private static String foreignAnswer(Role role, String cell) {
        if (role == Role.PROVINCE_OFFICER) {
            return Rule.AC_04.id(); // there is one province on a channel: another's officer has no business here at all
        } else if (cell.startsWith("region")) {
            return Rule.AC_07.id();
        } else if (cell.startsWith("cooperative")) {
            return Rule.AC_06.id();
        } else if (cell.startsWith("member")) {
            return Rule.MM_01.id();
        }
        return ownAnswer(cell);
    }

    private String answer(Operation operation, Client client) {
        try {
            samples.call(operation, client);
            return operation == Operation.ADVANCE ? "accepted or " + Rule.RC_06.id() : "accepted";
        } catch (RefusedException refused) {
            boolean step = operation == Operation.ADVANCE && refused.rule() == Rule.RC_06;
            return step ? "accepted or " + Rule.RC_06.id() : refused.rule().id();
        }
    }

    private Client own(Role role) {
        return issued(role, false);
    }

    private Client issued(Role role, boolean foreign) {
        String name = "table-" + role.text() + (foreign ? "-foreign" : "");
        Map<String, String> attributes = new LinkedHashMap<>(attributes(role, foreign));
        attributes.remove("yuanhu.role");
        return world.client(role.text(), name, attributes);
    }

    private static Map<String, String> attributes(Role role, boolean foreign) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("yuanhu.role", role.text());
        switch (role) {
            case PROVINCE_OFFICER -> attributes.put("yuanhu.region", foreign ? "440000" : "520000");
            case CITY_OFFICER -> attributes.put("yuanhu.region", foreign ? "520100" : "522600");
            case COUNTY_OFFICER -> attributes.put("yuanhu.region", (foreign ? COUNTY_B : COUNTY_A).value());
            case COOPERATIVE_MANAGER, CLERK ->
                attributes.put("yuanhu.cooperative", (foreign ? COOPERATIVE_B : COOPERATIVE_A).value());
            case PLATFORM_OPERATOR, INSPECTOR, AUDITOR -> {}
        }
        return attributes;
    }

    private static Map<Operation, Map<Role, String>> table() throws IOException {
        Map<Operation, Map<Role, String>> table = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AccessTableTest.class.getResourceAsStream("access-table.csv")),
                StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            List<Role> roles = List.of(lines.get(0).split(",", -1)).stream()
                    .skip(1)
                    .map(Role::of)
                    .map(Optional::orElseThrow)
                    .toList();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<Role, String> row = new LinkedHashMap<>();
                for (int i = 0; i < roles.size(); i++) {
                    row.put(roles.get(i), cells[i + 1]);
                }
                table.put(Operation.of(cells[0]).orElseThrow(), row);
            }
        }
        assertThat(table.keySet()).containsExactlyInAnyOrder(Operation.values());
        return table;
    }

    private record Caller(String description, Client client, String expected) {}
}
