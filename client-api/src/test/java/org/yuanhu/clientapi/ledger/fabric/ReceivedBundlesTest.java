package org.yuanhu.clientapi.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;

class ReceivedBundlesTest {
    private static final MspId GOVERNMENT = new MspId("GovernmentMSP");

    @TempDir
    Path keys;

    @TempDir
    Path bundles;

    @Test
    void aRevocationThatArrivesCountsAtTheNextLook() {
        Identities identities = Identities.create(keys, Consortium.demo());
        UserIdentity officer =
                identities.issueUser(UserRequest.of("county-officer", "officer", Map.of("yuanhu.region", "520527")));
        PublicBundle.write(identities.msp(GOVERNMENT), bundles);
        ReceivedBundles received = new ReceivedBundles(bundles);
        MspDefinition before = received.of(GOVERNMENT);

        identities.revoke(officer.certificate().getSerialNumber());
        PublicBundle.write(identities.msp(GOVERNMENT), bundles);

        assertThat(revokes(before, officer)).isFalse();
        assertThat(revokes(received.of(GOVERNMENT), officer)).isTrue();
        assertThat(received.of(GOVERNMENT)).isSameAs(received.of(GOVERNMENT));
    }

    private static boolean revokes(MspDefinition organisation, UserIdentity identity) {
        return organisation.crls().stream().anyMatch(list -> list.isRevoked(identity.certificate()));
    }
}
