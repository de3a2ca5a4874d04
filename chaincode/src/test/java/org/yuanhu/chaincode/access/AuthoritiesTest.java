package org.yuanhu.chaincode.access;

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
