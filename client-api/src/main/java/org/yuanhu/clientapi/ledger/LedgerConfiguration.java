package org.yuanhu.clientapi.ledger;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.issuing.Identities;

/** Who is in the consortium, and which of its organisations' keys are on this machine. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    @Bean
    Consortium consortium(@Value("${yuanhu.consortium:#{null}}") @Nullable Path file) {
        return file == null ? Consortium.demo() : Consortium.read(file);
    }

    /** On a single machine all organisations' keys are here; on a network only those named in {@code yuanhu.organisations}. */
    @Bean
    Identities identities(
            @Value("${yuanhu.identities}") Path folder,
            Consortium consortium,
            @Value("${yuanhu.organisations:}") List<String> organisations,
            Home home) {
        List<MspId> own = organisations.isEmpty()
                ? consortium.members()
                : organisations.stream().map(MspId::new).toList();
        LostAuthorities.mustNotBe(folder, own, home);
        return Identities.create(folder, consortium, own, InstantSource.system());
    }
}
