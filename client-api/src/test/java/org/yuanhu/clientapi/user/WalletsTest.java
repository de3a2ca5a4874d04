package org.yuanhu.clientapi.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.consortium.enrolment.IssuerClient;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;

/** Wallets under a clock that is moved. */
class WalletsTest {
    private static final MspId COOPERATIVES = new MspId("CooperativeMSP");
    private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");
    private static final UserRequest CLERK =
            UserRequest.of("clerk", "clerk-1", Map.of("yuanhu.cooperative", "93115986CRUTYWYPGK"));

    @TempDir
    Path folder;

    private Instant now = START;
    private final InstantSource clock = () -> now;

    @Test
    void aClerkAndTheServersReaderGoOnThroughDay365AndBeyond() {
        Enrolment enrolment = identities();
        Wallets wallets = wallets(enrolment);
        UserIdentity first = enrolment.enrol(CLERK);
        wallets.keep("clerk-1", first);
        ServerWallet server = new ServerWallet(wallets, enrolment);
        UserIdentity reader = server.reader();

        for (int day = 0; day <= 800; day += 5) {
            now = START.plus(Duration.ofDays(day));
            UserIdentity clerk = wallets.find("clerk-1").orElseThrow();
            assertThat(clerk.equals(first)).isEqualTo(day < 305);
            assertThat(List.of(clerk, server.reader(), server.member().orElseThrow()))
                    .allMatch(identity ->
                            identity.certificate().getNotAfter().toInstant().isAfter(now));
            assertThat(FabricAttributes.of(clerk.certificate())).isEqualTo(FabricAttributes.of(first.certificate()));
            assertThat(clerk.certificate().getSubjectX500Principal())
                    .isEqualTo(first.certificate().getSubjectX500Principal());
            assertThat(server.reader().certificate().getSubjectX500Principal())
                    .isEqualTo(reader.certificate().getSubjectX500Principal());
        }
        assertThat(wallets(enrolment).find("clerk-1")).isEqualTo(wallets.find("clerk-1"));
    }

    @Test
    void oneThatCannotBeRenewedStaysWhatItWasUntilTheIssuerIsBack() {
        Identities identities = identities();
        UserIdentity first = identities.enrol(CLERK);
        Wallets silent = wallets(new IssuerClient(folder.resolve("no-socket"), Consortium.demo(), COOPERATIVES));
        silent.keep("clerk-1", first);
        now = START.plus(Duration.ofDays(350));

        assertThat(silent.find("clerk-1")).contains(first);
        assertThat(wallets(identities).find("clerk-1").orElseThrow()).isNotEqualTo(first);
    }

    /** Only {@link Enrolment#renew} is not the authorities' own here: they make no certificate without a person any more. */
    @Test
    void aCertificateThatNamesNoPersonIsRenewedAtOnce() {
        Identities identities = identities();
        UserIdentity named = identities.enrol(CLERK);
        UserIdentity nameless = identities.node(COOPERATIVES, NodeOu.CLIENT, "clerk-1");
        Wallets wallets = wallets(new Enrolment() {
            @Override
            public Consortium consortium() {
                return identities.consortium();
            }

            @Override
            public Set<MspId> organisations() {
                return identities.organisations();
            }

            @Override
            public UserIdentity enrol(UserRequest request) {
                return identities.enrol(request);
            }

            @Override
            public UserIdentity renew(UserIdentity current) {
                assertThat(current).isEqualTo(nameless);
                return named;
            }

            @Override
            public void revoke(UserIdentity person) {
                identities.revoke(person);
            }
        });
        wallets.keep("clerk-1", nameless);

        assertThat(wallets.find("clerk-1")).contains(named);
        assertThat(wallets.find("clerk-1")).contains(named);
    }

    @Test
    void aRevokedPersonsCertificateIsNotRenewed() {
        Identities identities = identities();
        Wallets wallets = wallets(identities);
        UserIdentity first = identities.enrol(CLERK);
        wallets.keep("clerk-1", first);
        identities.revoke(first);
        now = START.plus(Duration.ofDays(350));

        assertThat(wallets.find("clerk-1")).contains(first);
    }

    private Wallets wallets(Enrolment enrolment) {
        Home home = new Home(folder.resolve("home"));
        return new Wallets(home, ServerKeys.of(home), enrolment, clock);
    }

    private Identities identities() {
        return Identities.create(folder.resolve("keys"), Consortium.demo(), Set.of(COOPERATIVES), clock);
    }
}
