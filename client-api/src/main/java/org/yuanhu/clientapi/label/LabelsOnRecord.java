package org.yuanhu.clientapi.label;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.chaincode.label.Runs;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.ledger.submit.LedgerUnavailableException;
import org.yuanhu.clientapi.welcome.LabelsToScan;
import org.yuanhu.clientapi.welcome.ServerAddress;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.label.LabelPath;

/** Labels of the first runs on the ledger whose secrets are kept here, of a different product each. */
final class LabelsOnRecord implements LabelsToScan {
    private static final int RUNS_LOOKED_AT = 200;

    private final Ledger ledger;
    private final ServerIdentity server;
    private final RunSecrets secrets;
    private final ServerAddress address;

    LabelsOnRecord(Ledger ledger, ServerIdentity server, RunSecrets secrets, ServerAddress address) {
        this.ledger = ledger;
        this.server = server;
        this.secrets = secrets;
        this.address = address;
    }

    @Override
    public List<String> some(int count) {
        Map<Gtin, String> byProduct = new LinkedHashMap<>();
        try {
            ledger.page(server.reader(), Runs.TABLE, RUNS_LOOKED_AT, "")
                    .items()
                    .forEach(run -> first(run).ifPresent(label -> byProduct.putIfAbsent(run.gtin(), label)));
        } catch (LedgerUnavailableException silent) {
            return List.of();
        }
        return byProduct.values().stream().limit(count).toList();
    }

    private Optional<String> first(Run run) {
        return secrets.find(run.run())
                .map(secret -> new LabelPath(run.gtin(), run.lot(), secret.serial(run.run(), 0)))
                .map(path -> address.text() + path.text());
    }
}
