package org.yuanhu.networkconfig.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.networkconfig.consortium.AuthorityName;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.consortium.MspId;

class IdentitiesTest {
    private static final MspId COOPERATIVES = new MspId("CooperativeMSP");
    private static final Map<String, String> COOPERATIVE = Map.of("yuanhu.cooperative", "93115986CRUTYWYPGK");

    @TempDir
    Path home;

    @Test
    void theSameKeysAreThereAtTheNextStart() {
        Identities first = Identities.create(home, Consortium.demo());
        UserIdentity peer = first.node(COOPERATIVES, NodeOu.PEER, "peer0");

        Identities second = Identities.create(home, Consortium.demo());

        assertThat(second.node(COOPERATIVES, NodeOu.PEER, "peer0").chain()).isEqualTo(peer.chain());
        assertThat(second.msps()).isEqualTo(first.msps());
    }

    @Test
    void aClerksCertificateIsSignedByTheClerksAuthorityAndCarriesItsAttributes() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());

        UserIdentity clerk = identities.issueUser(UserRequest.of("clerk", "clerk-1", COOPERATIVE));

        clerk.certificate()
                .verify(identities
                        .msp(COOPERATIVES)
                        .authority(new AuthorityName("ca-clerk"))
                        .getPublicKey());
        assertThat(FabricAttributes.of(clerk.certificate()))
                .containsOnly(Map.entry("yuanhu.role", "clerk"), Map.entry("yuanhu.cooperative", "93115986CRUTYWYPGK"));
    }

    @Test
    void everyPrivateKeyIsReadableByItsOwnerOnly() throws Exception {
        Identities identities = Identities.create(home, Consortium.demo());
        identities.node(COOPERATIVES, NodeOu.PEER, "peer0");
        identities.keep(identities.issueUser(UserRequest.of("clerk", "clerk-1", COOPERATIVE)));

        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(file -> file.endsWith("key.pem")))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                            .isEqualTo("rw-------"));
        }
    }
}
