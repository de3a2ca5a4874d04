package org.yuanhu.clientapi.household;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.secret.KeyDependants;

/** The index of families in the private collection: under another key each of them could be enrolled a second time. */
@Component
final class FamiliesOnLedger implements KeyDependants {
    private final ObjectProvider<Ledger> ledger;
    private final ObjectProvider<ServerIdentity> server;

    /** Both are there only when the other keys are. */
    FamiliesOnLedger(ObjectProvider<Ledger> ledger, ObjectProvider<ServerIdentity> server) {
        this.ledger = ledger;
        this.server = server;
    }

    @Override
    public KeyName key() {
        return KeyName.PROVINCE;
    }

    @Override
    public Optional<String> found() {
        return ledger.getObject()
                        .page(server.getObject().reader(), org.yuanhu.chaincode.household.Households.TABLE, 1, "")
                        .items()
                        .isEmpty()
                ? Optional.empty()
                : Optional.of("the families that are on the ledger already");
    }
}
