package org.yuanhu.clientapi.label;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.clientapi.welcome.LabelsToScan;
import org.yuanhu.clientapi.welcome.ServerAddress;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Puts print runs together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LabelProperties.class)
class LabelConfiguration {
    private static final int DEMO_PORT = 8080;

    /** Secrets are sealed to every other organisation's resolver that is known; for one on this machine, keys are made. */
    @Bean
    RunSecrets runSecrets(
            Home home,
            ServerKeys keys,
            Consortium consortium,
            Enrolment enrolment,
            LabelProperties properties,
            @Value("${yuanhu.identities}") Path folder) {
        ResolverKeys resolvers = new ResolverKeys(folder, properties.resolvers());
        enrolment.organisations().forEach(resolvers::make);
        return open(home, keys, consortium, resolvers, new MspId(properties.organisation()));
    }

    /** The store as the server and its command line open it. */
    static RunSecrets open(Home home, ServerKeys keys, Consortium consortium, ResolverKeys resolvers, MspId own) {
        List<PublicKey> others = resolvers.others(own, consortium.members());
        return new RunSecrets(home.folder("secrets"), consortium.id(), keys.key("run-secrets"), others);
    }

    @Bean
    RunRoots runRoots(Home home) {
        return new RunRoots(home.folder("secrets").resolve("roots"));
    }

    @Bean
    PrintRuns printRuns(Ledger ledger, RunSecrets secrets, RunRoots roots, Consortium consortium) {
        return new PrintRuns(ledger, secrets, roots, consortium.id());
    }

    @Bean
    RunPrinter runPrinter(
            Ledger ledger,
            RunSecrets secrets,
            RunRoots roots,
            Consortium consortium,
            LabelProperties properties,
            Environment environment) {
        return new RunPrinter(ledger, secrets, roots, consortium.id(), origin(properties, environment));
    }

    @Bean
    LabelsToScan labelsToScan(Ledger ledger, ServerIdentity server, RunSecrets secrets, ServerAddress address) {
        return new LabelsOnRecord(ledger, server, secrets, address);
    }

    private static Origin origin(LabelProperties properties, Environment environment) {
        if (!environment.matchesProfiles("demo")) {
            if (properties.origin().isBlank()) { // there is no value to show, so the key is named
                throw RefusedException.by(Rule.FM_24)
                        .with("field", "yuanhu.labels.origin")
                        .with("value", "YUANHU_LABELS_ORIGIN=?")
                        .build();
            }
            return Origin.https(properties.origin());
        }
        int port = environment.getProperty("server.port", Integer.class, DEMO_PORT);
        return new Origin(
                properties.origin().isEmpty()
                        ? "http://127.0.0.1:" + (port > 0 ? port : DEMO_PORT)
                        : properties.origin());
    }
}
