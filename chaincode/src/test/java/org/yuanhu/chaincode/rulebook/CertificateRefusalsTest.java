package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Rule;

@ExtendWith(SharedWorld.class)
class CertificateRefusalsTest {
    private final World world;

    CertificateRefusalsTest(World world) {
        this.world = world;
    }

    @Test
    void refusesACertificateWithoutARoleOrWithAnUnknownOne() {
        refuses(world, Rule.AC_01, () -> read(world.impostor("GovernmentMSP", "ca-county-officer", "none", Map.of())));
        Map<String, String> king = Map.of("yuanhu.role", "king");
        refuses(world, Rule.AC_01, () -> read(world.impostor("GovernmentMSP", "ca-county-officer", "king", king)));
    }

    @ParameterizedTest
    @CsvSource({
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.other, 1",
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.region, 52",
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.region, 522600",
        "GovernmentMSP, ca-county-officer, county-officer, yuanhu.region, 440103",
        "GovernmentMSP, ca-city-officer, city-officer, yuanhu.region, 522631",
        "GovernmentMSP, ca-province-officer, province-officer, yuanhu.region, 522600",
        "CooperativeMSP, ca-clerk, clerk, yuanhu.cooperative, 93522631MA00000010",
        "CooperativeMSP, ca-clerk, clerk, yuanhu.region, 522631",
    })
    void refusesARoleWithoutThePlaceItIsHeldFor(
            String msp, String authority, String role, String attribute, String value) {
        Map<String, String> attributes = Map.of("yuanhu.role", role, attribute, value);
        refuses(world, Rule.AC_04, () -> read(world.impostor(msp, authority, "placeless", attributes)));
    }

    @Test
    void takesAnHonestlyIssuedCertificateOfTheSameKind() {
        Map<String, String> attributes = Map.of("yuanhu.role", "clerk", "yuanhu.cooperative", COOPERATIVE_A.value());
        assertThat(read(world.impostor("CooperativeMSP", "ca-clerk", "honest", attributes)))
                .contains("黎平县");
    }

    private static String read(Client client) {
        return client.evaluate(Operation.GET, "region", COUNTY_A.value());
    }
}
