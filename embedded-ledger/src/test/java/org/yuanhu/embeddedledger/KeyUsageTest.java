package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.yuanhu.embeddedledger.membership.AccessDeniedException;
import org.yuanhu.embeddedledger.membership.AccessDeniedException.Reason;
import org.yuanhu.embeddedledger.membership.Membership;

/** A certificate counts only where the one above it may sign certificates. */
class KeyUsageTest {
    private static String acceptedUnder(int usage) throws AccessDeniedException {
        TestOrganisation organisation = new TestOrganisation(TestChannel.COOPERATIVE, usage);
        Membership membership = new Membership(List.of(organisation.member()), Clock.systemUTC());
        return membership
                .caller(new RawClient(organisation.user("clerk")).creator())
                .mspId();
    }

    @Test
    void takesAUserOfACaThatMaySignCertificates() throws Exception {
        assertThat(acceptedUnder(KeyUsage.keyCertSign)).isEqualTo(TestChannel.COOPERATIVE);
    }

    @Test
    void refusesAUserOfACaThatMaySignRevocationListsOnly() {
        assertThatThrownBy(() -> acceptedUnder(KeyUsage.cRLSign))
                .isInstanceOfSatisfying(
                        AccessDeniedException.class,
                        denied -> assertThat(denied.reason()).isEqualTo(Reason.UNKNOWN_CERTIFICATE));
    }
}
