package org.yuanhu.clientapi.imports;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yuanhu.clientapi.household.Households;
import org.yuanhu.clientapi.label.PrintRuns;
import org.yuanhu.clientapi.ledger.Ledger;

/** Puts the import together. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    @Bean
    Importer importer(Ledger ledger, Households households, PrintRuns printRuns, ImportExecutor executor) {
        return new Importer(ledger, households, printRuns, executor, Clock.systemUTC());
    }
}
