package org.yuanhu.consortium.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.vocabulary.Hash;

class TrustFileTest {
    private static final Path BUNDLES = Path.of("src/test/resources/bundles");
    private static final Instant EXPIRES = Instant.parse("2027-11-25T00:00:00Z");
    private static final LedgerFacts LEDGER =
            new LedgerFacts(LedgerFacts.Kind.SINGLE_MACHINE, Hash.sha256(new byte[] {1}));

    @Test
    void itsBytesForFixedCertificatesAreFixed() throws IOException {
        byte[] golden = Files.readAllBytes(Path.of("src/test/resources/trust-1.json"));

        assertThat(new String(first().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void theAuthoritiesOfFixedCertificatesAreFixed() throws IOException {
        assertThat(Authorities.json(Consortium.demo(), definitions()))
                .isEqualTo(Files.readString(Path.of("src/test/resources/authorities.json")));
    }

    @Test
    void aSuccessorNamesItsPredecessorAndIsSignedUnderItsPrefix(@TempDir Path home) throws Exception {
        byte[] predecessor = first().bytes();
        TrustFile successor = new TrustFile(
                Consortium.demo(), definitions(), 2, EXPIRES, LEDGER, List.of(), Optional.of(Hash.sha256(predecessor)));
        Identities identities = Identities.create(home, Consortium.demo());
        MspId government = new MspId("GovernmentMSP");

        byte[] signature = identities.signAsTrustee(government, TrustFile.signedBytes(successor.bytes()));

        assertThat(new String(successor.bytes(), StandardCharsets.UTF_8))
                .contains("\"predecessor\":\"" + Hash.sha256(predecessor) + "\"");
        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(identities.msp(government).trustKey());
        verifier.update("yuanhu-trust-v1\n".getBytes(StandardCharsets.UTF_8));
        verifier.update(successor.bytes());
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void aFileThatContradictsItselfIsRefused() {
        Consortium demo = Consortium.demo();
        Optional<Hash> some = Optional.of(Hash.ZERO);
        List<MspDefinition> all = definitions();

        assertThatThrownBy(() -> new TrustFile(demo, all, 0, EXPIRES, LEDGER, List.of(), Optional.empty()))
                .hasMessageContaining("version '0'");
        assertThatThrownBy(() -> new TrustFile(demo, all, 1, EXPIRES, LEDGER, List.of(), some))
                .hasMessageContaining("version '1'");
        assertThatThrownBy(() -> new TrustFile(demo, all, 2, EXPIRES, LEDGER, List.of(), Optional.empty()))
                .hasMessageContaining("version '2'");
        assertThatThrownBy(
                        () -> new TrustFile(demo, all, 1, EXPIRES.plusMillis(1), LEDGER, List.of(), Optional.empty()))
                .hasMessageContaining("a whole second");
        assertThatThrownBy(
                        () -> new TrustFile(demo, all.subList(0, 3), 1, EXPIRES, LEDGER, List.of(), Optional.empty()))
                .hasMessageContaining("certificates of AuditorMSP are missing");
    }

    private static TrustFile first() {
        return new TrustFile(
                Consortium.demo(), definitions(), 1, EXPIRES, LEDGER, List.of("yuanhu.example"), Optional.empty());
    }

    private static List<MspDefinition> definitions() {
        return Consortium.demo().members().stream()
                .map(msp -> PublicBundle.read(BUNDLES, msp))
                .toList();
    }
}
