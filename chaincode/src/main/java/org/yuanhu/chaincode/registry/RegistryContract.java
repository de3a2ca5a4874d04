package org.yuanhu.chaincode.registry;

import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.ledger.YuanhuContext;

/** Admits regions, cooperatives and the blocks of run numbers they print under. */
@Contract(name = "registry")
public final class RegistryContract implements ContractInterface {

    /** A province admits a region that lies in it. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt admitRegion(YuanhuContext ledger, AdmitRegion act) {
        return ledger.in(act.code(), act)
                .once(() -> new Registry(ledger)
                        .admit(new Region(act.code(), act.name(), act.within(), act.list(), act.since())));
    }

    /** A county, once admitted itself, admits a cooperative in it, under a name that looks like no other's of the county. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt admitCooperative(YuanhuContext ledger, AdmitCooperative act) {
        return ledger.in(act.county(), act).once(() -> {
            Registry registry = new Registry(ledger);
            registry.county(act.county());
            registry.admit(new Cooperative(act.code(), act.name(), act.county()));
        });
    }

    /** The province of a cooperative gives it a block of run numbers; a cooperative may hold many. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt admitRunBlock(YuanhuContext ledger, AdmitRunBlock act) {
        Registry registry = new Registry(ledger);
        Cooperative cooperative = registry.cooperative(act.cooperative());
        return ledger.in(cooperative.county(), act)
                .once(() -> registry.admit(new RunBlock(act.block(), act.cooperative())));
    }
}
