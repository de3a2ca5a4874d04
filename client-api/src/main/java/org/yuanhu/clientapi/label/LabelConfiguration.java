package org.yuanhu.clientapi.label;

import java.security.PublicKey;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.clientapi.Home;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.networkconfig.consortium.Consortium;
import org.yuanhu.networkconfig.consortium.MspId;
import org.yuanhu.networkconfig.identity.Identities;

/** Puts print runs together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LabelProperties.class)
class LabelConfiguration {
    private static final String PURPOSE = "run-secrets";

    /** Secrets are sealed to every other organisation's resolver that is known; for one on this machine, keys are made. */
    @Bean
    RunSecrets runSecrets(
            Home home, ServerKeys keys, Consortium consortium, Identities identities, LabelProperties properties) {
        ResolverKeys resolvers = new ResolverKeys(home.folder());
        identities.organisations().forEach(resolvers::make);
        List<PublicKey> others = resolvers.others(new MspId(properties.organisation()));
        return new RunSecrets(home.folder("secrets"), consortium.id(), keys.key(PURPOSE), others);
    }

    @Bean
    PrintRuns printRuns(Ledger ledger, RunSecrets secrets, Consortium consortium) {
        return new PrintRuns(ledger, secrets, consortium.id());
    }
}
