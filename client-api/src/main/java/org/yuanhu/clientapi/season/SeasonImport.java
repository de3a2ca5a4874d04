package org.yuanhu.clientapi.season;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.imports.ImportFile;
import org.yuanhu.clientapi.imports.Imported;
import org.yuanhu.clientapi.imports.Importer;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.ImportRefusedException;
import org.yuanhu.clientapi.imports.sheet.RowError;
import org.yuanhu.clientapi.ledger.submit.LedgerUnavailableException;
import org.yuanhu.clientapi.startup.StartOrder;
import org.yuanhu.clientapi.user.Wallets;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.rule.RuleText;

/**
 * Imports the sample season when the demo starts, each file with the certificate of the person whose file it is. {@code
 * yuanhu.season.import=false} leaves the ledger empty. On a network of several servers nobody has everybody's certificate: there {@link
 * SeasonCommand} takes each file to its person's server.
 */
@Component
@Profile("demo & !fabric")
@Order(StartOrder.SEASON)
public final class SeasonImport implements ApplicationRunner {
    private final Importer importer;
    private final Wallets wallets;
    private final boolean wanted;

    SeasonImport(Importer importer, Wallets wallets, @Value("${yuanhu.season.import:true}") boolean wanted) {
        this.importer = importer;
        this.wallets = wallets;
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            load(System.out);
        }
    }

    /** Imports what is missing, and says how far it is. */
    void load(PrintStream out) {
        new SeasonLoad(new OwnImports(), out).run();
    }

    private UserIdentity identity(String user) {
        return wallets.find(user)
                .orElseThrow(() -> new IllegalStateException("There is no demo user " + user + " to import with"));
    }

    /** The values are left out: they may be personal, and this is printed. */
    private static List<String> said(ImportRefusedException refused) {
        Stream<String> more = Stream.of("and " + refused.more() + " more").filter(any -> refused.more() > 0);
        return Stream.concat(refused.errors().stream().map(SeasonImport::said), more)
                .toList();
    }

    private static String said(RowError error) {
        return "row " + error.row().map(Object::toString).orElse("-") + " "
                + error.column().map(Column::english).orElse("") + ": "
                + RuleText.of(Locale.ENGLISH).say(error.refused());
    }

    /** This server, which has everybody's certificate. */
    private final class OwnImports implements ImportClient {
        @Override
        public Imported importFile(String user, ImportFile file) {
            try {
                return importer.run(identity(user), file);
            } catch (ImportRefusedException refused) {
                throw new SeasonStoppedException(said(refused));
            } catch (LedgerUnavailableException silent) {
                throw new SeasonStoppedException(
                        "The ledger does not answer. Start again: the import goes on from here.");
            }
        }

        @Override
        public boolean has(String user, ImportFile file) {
            return importer.isDone(identity(user), file);
        }

        @Override
        public void settle(int written) {
            // one ledger: what it has written it has
        }
    }
}
