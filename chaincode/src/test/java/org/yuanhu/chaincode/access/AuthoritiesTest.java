package org.yuanhu.chaincode.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.PersonId;
import org.yuanhu.vocabulary.rule.RefusedException;

class AuthoritiesTest {
    @TempDir
    private Path honest;

    @TempDir
    private Path forged;

    @Test
    void aCertificateUnderACaOfTheSameNameButAnotherKeyProvesNothing() throws Exception {
        Identities ours = Identities.create(honest, Consortium.demo());
        Identities theirs = Identities.create(forged, Consortium.demo());
        Authorities authorities =
                Authorities.parse(org.yuanhu.consortium.trust.Authorities.json(Consortium.demo(), ours.msps()));
        UserRequest clerk = UserRequest.of("clerk", "clerk", Map.of("yuanhu.cooperative", "91350100M000100Y43"));

        authorities.mustHaveIssued(identity(ours.issueUser(clerk)), Role.CLERK);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> authorities.mustHaveIssued(identity(theirs.issueUser(clerk)), Role.CLERK))
                .withMessageStartingWith("AC-03 ");
    }

    /** What was recorded when certificates named no person is known again by the certificate's subject and issuer. */
    @Test
    void aPersonIsKnownAgainAlsoByWhatWasRecordedBefore() throws Exception {
        Identities ours = Identities.create(honest, Consortium.demo());
        Authorities authorities =
                Authorities.parse(org.yuanhu.consortium.trust.Authorities.json(Consortium.demo(), ours.msps()));
        ClientIdentity first = identity(ours.issueUser(UserRequest.of("inspector", "i-1", Map.of())));
        ClientIdentity second = identity(
                ours.issueUser(UserRequest.of("auditor", "a-1", Map.of()).heldBy("i-1")));
        ClientIdentity other = identity(ours.issueUser(UserRequest.of("inspector", "i-2", Map.of())));
        Caller caller = Caller.of(first, authorities);

        assertThat(caller.author().holder()).isEqualTo(new PersonId("i-1").holder("AuditorMSP"));
        assertThat(caller.is(Caller.of(second, authorities).author().holder())).isTrue();
        assertThat(caller.is(Hash.sha256(first.getId().getBytes(UTF_8)))).isTrue();
        assertThat(caller.is(Caller.of(other, authorities).author().holder())).isFalse();
        assertThat(caller.is(Hash.sha256(other.getId().getBytes(UTF_8)))).isFalse();
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Authorities.parse("{\"format\":\"yuanhu-authorities-v2\"}"))
                .withMessageStartingWith("DC-04 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Authorities.parse(
                        "{\"format\":\"yuanhu-authorities-v1\",\"consortium\":\"c\",\"province\":\"520000\","
                                + "\"collection\":{\"name\":\"p\",\"members\":[]},"
                                + "\"roles\":[{\"role\":\"clerk\",\"msp\":\"M\",\"ca\":\"x\"}]}"));
    }

    private static ClientIdentity identity(UserIdentity user) throws Exception {
        byte[] creator = SerializedIdentity.newBuilder()
                .setMspid(user.msp().value())
                .setIdBytes(ByteString.copyFromUtf8(user.certificatePem()))
                .build()
                .toByteArray();
        ChaincodeStub stub = (ChaincodeStub) Proxy.newProxyInstance(
                ChaincodeStub.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, arguments) -> creator);
        return new ClientIdentity(stub);
    }
}
