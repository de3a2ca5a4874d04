package org.yuanhu.networkconfig.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.networkconfig.configuration.OwnKeys;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

class RevocationUpdateTest {
    private static final AuthorityName CLERKS = new AuthorityName("ca-clerk");

    @TempDir
    Path folder;

    @Test
    void aRevocationReachesTheExchangeAndWhatEveryOrganisationOfTheHostChecksScansBy() {
        NetworkFolder network = new NetworkFolder(folder, Consortium.demo());
        OrganisationFolder cooperatives = network.organisations().get(1);
        OwnKeys keys = new OwnKeys(cooperatives, network.consortium());
        UserIdentity clerk = keys.identities()
                .issueUser(UserRequest.of("clerk", "clerk-1", Map.of("yuanhu.cooperative", "93115986CRUTYWYPGK")));
        RevocationUpdate.handOut(network, cooperatives, keys);
        for (OrganisationFolder each : network.organisations()) {
            assertThat(revokes(each.bundles(), clerk)).as(each.msp().value()).isFalse();
        }

        keys.identities().revoke(clerk.certificate().getSerialNumber());
        RevocationUpdate.handOut(network, cooperatives, keys);

        for (OrganisationFolder each : network.organisations()) {
            assertThat(revokes(each.bundles(), clerk)).as(each.msp().value()).isTrue();
        }
        assertThat(revokes(network.exchange(), clerk)).isTrue();
    }

    private static boolean revokes(Path bundles, UserIdentity clerk) {
        MspDefinition definition = PublicBundle.read(bundles, clerk.msp());
        return definition.crlOf(definition.authority(CLERKS)).isRevoked(clerk.certificate());
    }
}
