package org.yuanhu.clientapi.act;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.clientapi.user.CurrentUser;

/** Submits what a request carries, signed by who sent it. */
@Component
public final class Acts {
    private final Ledger ledger;
    private final CurrentUser user;

    Acts(Ledger ledger, CurrentUser user) {
        this.ledger = ledger;
        this.user = user;
    }

    /** Answers 201 for a new act once it is committed, and 200 for one the ledger had already. */
    public ResponseEntity<Submitted> submit(Act act) {
        Submitted submitted = ledger.submit(user.identity(), act);
        return ResponseEntity.status(submitted.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(submitted);
    }
}
