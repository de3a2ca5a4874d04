package org.yuanhu.consortium.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.issuing.Identities;

class FabricAttributesTest {
    @TempDir
    Path home;

    @Test
    void fabricsOwnChaincodeLibraryReadsTheAttributes() throws Exception {
        UserIdentity officer = Identities.create(home, Consortium.demo())
                .issueUser(UserRequest.of("county-officer", "officer-1", Map.of("yuanhu.region", "520123")));

        ClientIdentity seen = new ClientIdentity(stubCalledBy(officer));

        assertThat(seen.getMSPID()).isEqualTo("GovernmentMSP");
        assertThat(seen.getAttributeValue("yuanhu.role")).isEqualTo("county-officer");
        assertThat(seen.getAttributeValue("yuanhu.region")).isEqualTo("520123");
        assertThat(seen.getAttributeValue("yuanhu.cooperative")).isNull();
        assertThat(seen.getId()).contains("CN=officer-1").contains("CN=GovernmentMSP ca-county-officer");
    }

    @Test
    void theExtensionIsJsonWithSortedNames() {
        assertThat(new String(
                        FabricAttributes.encode(
                                Map.of("yuanhu.role", "clerk", "yuanhu.cooperative", "93115986CRUTYWYPGK")),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"attrs\":{\"yuanhu.cooperative\":\"93115986CRUTYWYPGK\",\"yuanhu.role\":\"clerk\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "a\\b", "a\nb", "贵州", "{}"})
    void aValueThatReadersCouldTakeDifferentlyIsRefused(String value) {
        assertThatThrownBy(() -> FabricAttributes.encode(Map.of("yuanhu.role", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attribute yuanhu.role");
    }

    @Test
    void whatFabricCaWritesIsReadWithSpacesAndEmptyValuesToo() {
        assertThat(
                        FabricAttributes.decode(
                                bytes(
                                        "{ \"attrs\": {\"hf.Affiliation\": \"\", \"hf.Type\":\"client\", \"yuanhu.region\":\"520123\"} }")))
                .isEqualTo(Map.of("hf.Affiliation", "", "hf.Type", "client", "yuanhu.region", "520123"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"attrs\":{}} x",
                "{\"attrs\":[]}",
                "{\"attrs\":{},\"more\":{}}",
                "{\"attrs\":{\"yuanhu.region\":520123}}",
                "{\"attrs\":{\"yuanhu.role\":\"clerk\",\"yuanhu.role\":\"inspector\"}}",
                "{\"attrs\":{\"yuanhu.role\":\"a\\u0062\\n\"}}",
                "{\"attrs\":{\"yuanhu.role\":{\"a\":\"b\"}}}",
                "{\"attrs\":{\"yuanhu role\":\"clerk\"}}"
            })
    void anExtensionOfAnotherFormIsNotRead(String json) {
        assertThatThrownBy(() -> FabricAttributes.decode(bytes(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** A chaincode's view of a caller; anything but the creator would be a mistake here. */
    private static ChaincodeStub stubCalledBy(UserIdentity user) {
        return (ChaincodeStub) Proxy.newProxyInstance(
                ChaincodeStub.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (stub, method, arguments) -> {
                    if (!method.getName().equals("getCreator")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return serializedIdentity(user);
                });
    }

    /** Fabric's SerializedIdentity {1: MSP id, 2: PEM}, encoded by hand. */
    private static byte[] serializedIdentity(UserIdentity user) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        field(out, 1, user.msp().value());
        field(out, 2, user.certificatePem());
        return out.toByteArray();
    }

    private static void field(ByteArrayOutputStream out, int number, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((number << 3) | 2);
        int length = bytes.length;
        while (length > 0x7f) {
            out.write((length & 0x7f) | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(bytes);
    }
}
