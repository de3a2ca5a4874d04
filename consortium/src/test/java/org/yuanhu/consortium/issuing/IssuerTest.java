package org.yuanhu.consortium.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.EnrolmentUnavailableException;
import org.yuanhu.consortium.enrolment.IssuerClient;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.rule.RefusedException;

/** An issuer and its client, over a real socket; the root's and the nodes' authority's keys are somewhere else. */
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "a Unix domain socket with a mode")
class IssuerTest {
    private static final MspId COOPERATIVES = new MspId("CooperativeMSP");
    private static final UserRequest CLERK =
            UserRequest.of("clerk", "clerk-1", Map.of("yuanhu.cooperative", "93115986CRUTYWYPGK"));

    @TempDir
    Path home;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Path socket;
    private Issuer issuer;
    private IssuerClient client;

    @BeforeEach
    void start() throws IOException {
        Identities.create(home, Consortium.demo(), List.of(COOPERATIVES), java.time.InstantSource.system())
                .msps();
        for (String offline : List.of("root", "ca-nodes")) {
            Files.delete(home.resolve("organisations/CooperativeMSP/" + offline + "/key.pem"));
        }
        socket = home.resolve("issuer/socket");
        issuer = new Issuer(Identities.open(home, Consortium.demo()), socket, said::add);
        Thread serving = new Thread(issuer::serve);
        serving.setDaemon(true);
        serving.start();
        client = new IssuerClient(socket, Consortium.demo(), COOPERATIVES);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void certifiesAKeyItNeverSees() throws Exception {
        UserIdentity clerk = client.enrol(CLERK);

        clerk.certificate().verify(clerk.chain().get(1).getPublicKey());
        clerk.chain().get(1).verify(clerk.chain().get(2).getPublicKey());
        assertThat(clerk.certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=clerk-1,OU=client,O=CooperativeMSP");
        assertThat(FabricAttributes.of(clerk.certificate())).containsEntry("yuanhu.role", "clerk");
        assertThat(clerk.chain().get(1).getSubjectX500Principal().getName()).contains("ca-clerk");
        String key = Pem.of(clerk.key());
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> read(file).contains(key));
        }
    }

    @Test
    void renewsUnderTheSamePerson() {
        UserIdentity first = client.enrol(CLERK);

        UserIdentity second = client.renew(first);

        assertThat(second.certificate().getSubjectX500Principal())
                .isEqualTo(first.certificate().getSubjectX500Principal());
        assertThat(second.certificate().getIssuerX500Principal())
                .isEqualTo(first.certificate().getIssuerX500Principal());
        assertThat(FabricAttributes.of(second.certificate())).isEqualTo(FabricAttributes.of(first.certificate()));
        assertThat(second.certificate().getPublicKey())
                .isNotEqualTo(first.certificate().getPublicKey());
    }

    @Test
    void revokesEveryCertificateOfAPersonAndCertifiesThemNoMore() {
        UserIdentity first = client.enrol(CLERK);
        UserIdentity second = client.renew(first);

        client.revoke(second);

        Identities identities = Identities.open(home, Consortium.demo());
        var crl = identities
                .msp(COOPERATIVES)
                .crlOf(identities.msp(COOPERATIVES).authority(new AuthorityName("ca-clerk")));
        assertThat(List.of(first, second)).allMatch(each -> crl.isRevoked(each.certificate()));
        assertThatThrownBy(() -> client.renew(first)).hasMessageContaining("revoked");
    }

    @Test
    void saysWhyItRefuses() {
        assertThatThrownBy(() -> client.enrol(UserRequest.of("county-officer", "o", Map.of("yuanhu.region", "520123"))))
                .hasMessageContaining("GovernmentMSP");
        assertThatThrownBy(() -> client.enrol(UserRequest.of("clerk", "c", Map.of("yuanhu.cooperative", "1"))))
                .isInstanceOf(RefusedException.class);
        assertThat(said).anyMatch(line -> line.contains("refused to enrol"));
    }

    @Test
    void onlyItsOwnUserMayConnect() throws IOException {
        assertThat(mode(socket)).isEqualTo("rw-------");
        assertThat(mode(home.resolve("issuer"))).isEqualTo("rwx------");
    }

    @Test
    void oneThatDoesNotRunIsNamed() {
        issuer.close();

        assertThatThrownBy(() -> client.enrol(CLERK))
                .isInstanceOf(EnrolmentUnavailableException.class)
                .hasMessageContaining("the issuer of CooperativeMSP does not answer at " + socket);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
