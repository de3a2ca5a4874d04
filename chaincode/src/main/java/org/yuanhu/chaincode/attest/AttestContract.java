package org.yuanhu.chaincode.attest;

import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.chaincode.label.Runs;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Tells a buyer what the ledger knows of a label. */
@Contract(name = "attest")
public final class AttestContract implements ContractInterface {

    /**
     * What the ledger says of one label of a run, now. The label's tag is never asked for: who knows it can check the leaf against
     * the root; who does not learns nothing by asking.
     */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public Attestation attest(YuanhuContext ledger, RunNumber run, int index, Nonce nonce) {
        Run assigned = new Runs(ledger).run(run);
        if (index < 0 || index >= assigned.count()) {
            throw RefusedException.by(Rule.LB_03)
                    .with("index", index)
                    .with("count", assigned.count())
                    .build();
        }
        return new Story(ledger, assigned).of(index, nonce);
    }
}
