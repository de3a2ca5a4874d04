package org.yuanhu.chaincode.rulebook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;

import io.grpc.Status;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.DisclosureKey;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Person;
import org.yuanhu.chaincode.household.SealedDisclosure;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.Endorsed;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;

/** Who a person is: what the channel sees of it, who may be told, and who has to agree. */
@ExtendWith(SharedWorld.class)
class PrivateDataTest {
    private static final FieldName DISPLAY_NAME = new FieldName("displayName");
    private static final DisclosureKey KEY = DisclosureKey.random(new SecureRandom());
    private static final String[] BOTH_HOLDERS = {"GovernmentMSP", "CooperativeMSP"};

    private final World world;
    private final Client officer;

    PrivateDataTest(World world) {
        this.world = world;
        this.officer = world.voucher(COUNTY_A);
    }

    @Test
    void aTransactionCarriesNoFieldOfAPersonAndHoldersTellItAfterConsent() throws Exception {
        int n = world.next();
        HouseholdId household = Codes.household(n);
        Person planted = planted(n);
        Transaction enrolled = enrolment(household, planted, BOTH_HOLDERS).endorse();
        String bytes = new String(enrolled.getBytes(), ISO_8859_1);
        assertThat(bytes)
                .contains("household-private")
                .doesNotContain(new String("农户未公开".getBytes(UTF_8), ISO_8859_1))
                .doesNotContain(Objects.requireNonNull(planted.fields().get("displayName"))
                        .salt()
                        .value());

        Enrolment enrolment = Json.read(new String(enrolled.submit(), UTF_8), Enrolment.class);
        officer.submit(world.vouching(household, COUNTY_A, enrolment));
        officer.submit(new Consent(world.id(), household, DISPLAY_NAME, true));

        assertThat(world.server().disclose(household, DISPLAY_NAME.value()).value())
                .isEqualTo("农户未公开" + n);
    }

    @Test
    void whoHoldsNoFieldCannotTellIt() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        officer.submit(new Consent(world.id(), household, DISPLAY_NAME, true));
        Proposal asked = officer.disclosing(household, DISPLAY_NAME.value(), KEY.bytes(), "PlatformMSP");

        GatewayException refused = catchThrowableOfType(GatewayException.class, asked::evaluate);

        assertThat(refused).isNotNull();
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(Client.messages(refused)).noneMatch(told -> told.contains("样例"));
    }

    @Test
    void aQuestionThatIsSubmittedLeavesNothingInTheBlockThatAnybodyElseCanRead() throws Exception {
        int n = world.next();
        HouseholdId household = Codes.household(n);
        Person planted = planted(n);
        enrolment(household, planted, BOTH_HOLDERS).endorse().submit();
        officer.submit(
                world.vouching(household, COUNTY_A, new Enrolment(household, false, planted.digests(household))));
        Proposal asked = officer.disclosing(household, DISPLAY_NAME.value(), KEY.bytes(), BOTH_HOLDERS);

        Transaction endorsed = asked.endorse(); // both holders answered with the same bytes
        assertThat(Endorsed.of(endorsed).organisations()).containsExactlyInAnyOrder(BOTH_HOLDERS);
        // two holders are not enough to make it valid; in the block it stands all the same
        assertThat(catchThrowableOfType(CommitException.class, endorsed::submit).getCode())
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);

        String salt = Objects.requireNonNull(planted.fields().get("displayName"))
                .salt()
                .value();
        for (byte[] seen : List.of(asked.getBytes(), endorsed.getBytes(), endorsed.getResult())) {
            String bytes = new String(seen, ISO_8859_1);
            assertThat(HexFormat.of().formatHex(seen))
                    .doesNotContain(salt)
                    .doesNotContain(HexFormat.of().formatHex("农户未公开".getBytes(UTF_8)));
            assertThat(bytes).doesNotContain(salt);
        }
        assertThat(HexFormat.of().formatHex(endorsed.getBytes()))
                .doesNotContain(HexFormat.of().formatHex(KEY.bytes()));
        SealedDisclosure answer = Json.read(endorsed.getResult(), SealedDisclosure.class);
        assertThat(KEY.open(answer).value()).isEqualTo("农户未公开" + n);
        assertThat(answer.ciphertext()).hasSize(2 * (512 + 16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisclosureKey.random(new SecureRandom()).open(answer));
        SealedDisclosure moved =
                new SealedDisclosure(Codes.household(n + 1), answer.field(), answer.nonce(), answer.ciphertext());
        assertThatIllegalArgumentException().isThrownBy(() -> KEY.open(moved));
    }

    @Test
    void oneHolderAloneCannotWriteWhoAPersonIs() throws Exception {
        int n = world.next();
        Transaction alone =
                enrolment(Codes.household(n), planted(n), "GovernmentMSP").endorse();

        CommitException invalid = catchThrowableOfType(CommitException.class, alone::submit);

        assertThat(invalid.getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void anEnrolmentThatNamesNobodyGoesToTheHoldersAlone() throws Exception {
        int n = world.next();

        Transaction enrolled = enrolment(Codes.household(n), planted(n)).endorse();

        assertThat(Endorsed.of(enrolled).organisations()).containsExactlyInAnyOrder(BOTH_HOLDERS);
    }

    private Proposal enrolment(HouseholdId household, Person person, String... organisations) {
        return officer.enrolment(household.value(), COUNTY_A.value(), Json.write(person), organisations);
    }

    /** A person whose display name is in no other test. */
    private static Person planted(int n) {
        Person any = World.person(n);
        TreeMap<String, Person.Field> fields = new TreeMap<>(any.fields());
        fields.put(
                "displayName",
                new Person.Field(
                        "农户未公开" + n,
                        Objects.requireNonNull(any.fields().get("displayName")).salt()));
        return new Person(any.family(), fields);
    }
}
