package org.yuanhu.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsortiumReaderTest {

    @Test
    void theDemonstrationHasFourOrganisationsOfWhichThreeMustAgree() {
        Consortium demo = Consortium.demo();

        assertThat(demo.id().value()).isEqualTo("demo-52");
        assertThat(demo.members())
                .extracting(MspId::value)
                .containsExactly("GovernmentMSP", "CooperativeMSP", "PlatformMSP", "AuditorMSP");
        assertThat(demo.policy().organisations()).isEqualTo(3);
        assertThat(demo.policy().required()).containsExactly(OrganisationRole.GOVERNMENT);
        assertThat(demo.collection().members())
                .extracting(MspId::value)
                .containsExactly("GovernmentMSP", "CooperativeMSP");
        assertThat(demo.role(new RoleName("clerk")).msp()).isEqualTo(new MspId("CooperativeMSP"));
        assertThat(demo.rolesOf(new MspId("GovernmentMSP")))
                .extracting(binding -> binding.role().value())
                .containsExactly("province-officer", "city-officer", "county-officer");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,4", "6,4", "7,5", "10,7"})
    void theQuorumSurvivesAThirdLying(int members, int quorum) {
        assertThat(TrustPolicy.quorum(members)).isEqualTo(quorum);
    }

    /** Each row: what is replaced in the good file, by what, and the field, value and rule the refusal names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format: yuanhu-consortium-v1 | format: v2                     | format                     | v2             | must be yuanhu-consortium-v1
            id: demo-52                  | id: Demo_52                    | id                         | Demo_52        | lower-case
            id: demo-52                  | ''                             | id                         | ''             | is missing
            id: demo-52                  | id: [demo]                     | id                         | [demo]         | a text is needed
            province: "520000"           | province: 520000               | province                   | 520000         | write digits in quotes
            province: "520000"           | province: "5200"               | province                   | 5200           | GB/T 2260
            channel: yuanhu              | channel: Yuan_Hu               | channel                    | Yuan_Hu        | lower-case
            channel: yuanhu              | chanel: yuanhu                 | channel                    | ''             | is missing
            chaincode: yuanhu            | chaincode: 9                   | chaincode                  | 9              | a text is needed
            msp: PlatformMSP                 | msp: GovernmentMSP             | organisations[2].msp | GovernmentMSP | once
            msp: PlatformMSP                 | msp: 1                         | organisations[2].msp | 1 | a text is needed
            role: platform | role: shop           | organisations[2].role      | shop           | one of government
            role: platform | colour: red                   | organisations[2].role      | ''             | is missing
            role: platform | {role: platform, ports: 7, | document | '' | must be YAML
            port: 7120 | ports: 7120\\n    port: 7120 | organisations[2].ports | 7120             | is not a field here
            port: 7120 | port: 7119 | organisations[2].port | 7119 | ten ports apart
            port: 7120 | port: 80   | organisations[2].port | 80   | from 1024
            port: 7120 | port: "7120" | organisations[2].port | 7120 | a whole number
            port: 7120 | colour: red | organisations[2].port | '' | is missing
            host: localhost | host: My_Host | organisations[0].host | My_Host | a DNS name
            role: clerk, msp: CooperativeMSP | role: clerk, msp: ShopMSP  | roles[4].msp               | ShopMSP        | no organisation of the consortium
            role: clerk,                 | role: auditor,                 | roles[7].role              | auditor        | once
            role: clerk,                 | role: Clerk,                   | roles[4].role              | Clerk          | lower-case
            authority: ca-clerk          | authority: ca-cooperative-manager | roles[4].authority      | ca-cooperative-manager | of its own
            authority: ca-clerk          | authority: root                | roles[4].authority         | root           | issue no roles
            authority: ca-clerk          | authority: ca-nodes            | roles[4].authority         | ca-nodes       | issue no roles
            authority: ca-clerk          | authority: ../root             | roles[4].authority         | ../root        | lower-case
            authority: ca-clerk, scope: cooperative | authority: ca-clerk, scope: village | roles[4].scope | village | none, region, cooperative
            organisations: 3             | organisations: 2               | endorsement.organisations  | 2              | it is 3 to 4
            organisations: 3             | organisations: 5               | endorsement.organisations  | 5              | it is 3 to 4
            organisations: 3             | organisations: three           | endorsement.organisations  | three          | a whole number
            required: [government]       | required: [bank]               | endorsement.required[0]    | bank           | one of government
            required: [government]       | required: []                   | endorsement.required       | []             | at least one entry
            name: household-private      | name: Household                | collection.name            | Household      | lower-case
            [GovernmentMSP, CooperativeMSP] | [GovernmentMSP]             | collection.members         | [GovernmentMSP] | at least two
            [GovernmentMSP, CooperativeMSP] | [GovernmentMSP, GovernmentMSP] | collection.members      | [GovernmentMSP, GovernmentMSP] | at least two
            [GovernmentMSP, CooperativeMSP] | [GovernmentMSP, BankMSP]    | collection.members[1]      | BankMSP        | no organisation of the consortium
            id: demo-52                  | {id: demo-52                   | document                   | ''             | must be YAML
            id: demo-52                  | id: demo-52\\nid: demo-53      | document                   | ''             | must be YAML
            """)
    void whatIsWrongIsRefusedByFileFieldValueAndRule(String from, String to, String field, String value, String rule)
            throws IOException {
        String good = good();
        assertThat(good).contains(from);
        String bad = good.replace(from, to.replace("\\n", "\n"));

        InvalidConsortiumException refused =
                catchThrowableOfType(InvalidConsortiumException.class, () -> ConsortiumReader.parse("mine.yaml", bad));

        assertThat(refused).isNotNull();
        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.value()).isEqualTo(value);
        assertThat(refused.rule()).contains(rule);
        assertThat(refused).hasMessageStartingWith("mine.yaml: " + field + " = '" + value + "': ");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(catchThrowableOfType(
                        InvalidConsortiumException.class, () -> ConsortiumReader.parse("mine.yaml", "")))
                .hasMessage("mine.yaml: document = '': a mapping of fields is needed");
    }

    @Test
    void aLongValueIsCutInTheRefusal() throws IOException {
        String bad = good().replace("id: demo-52", "id: " + "x".repeat(1000));

        InvalidConsortiumException refused =
                catchThrowableOfType(InvalidConsortiumException.class, () -> ConsortiumReader.parse("mine.yaml", bad));

        assertThat(refused.value()).hasSize(64);
    }

    private static String good() throws IOException {
        try (InputStream in = ConsortiumReaderTest.class.getResourceAsStream("/consortium.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
