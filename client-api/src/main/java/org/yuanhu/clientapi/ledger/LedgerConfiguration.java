package org.yuanhu.clientapi.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.consortium.Consortium;

/** Who is in the consortium. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    @Bean
    Consortium consortium(@Value("${yuanhu.consortium:#{null}}") @Nullable Path file) {
        return file == null ? Consortium.demo() : Consortium.read(file);
    }
}
