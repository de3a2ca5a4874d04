package org.yuanhu.chaincode.registry;

import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Admits regions, cooperatives, the blocks of run numbers they print under and the prefixes of their products' numbers. */
@Contract(name = "registry")
public final class RegistryContract implements ContractInterface {

    /** A province admits a region that lies in it. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt admitRegion(YuanhuContext ledger, AdmitRegion act) {
        return ledger.in(act.code(), act)
                .once(() -> new Registry(ledger)
                        .admit(new Region(act.code(), act.name(), act.within(), act.list(), act.since())));
    }

    /**
     * A county, once admitted itself, admits a cooperative in it that was registered there, under a name that looks like no other's of the
     * county; one registered elsewhere the province admits.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt admitCooperative(YuanhuContext ledger, AdmitCooperative act) {
        return ledger.in(act.county(), act).once(() -> {
            Registry registry = new Registry(ledger);
            registry.county(act.county());
            mustBeRegisteredWithWhoAdmits(ledger, act.code());
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

    /** The province of a cooperative admits its GS1 company prefix; a cooperative may hold several, and none begins another's. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt admitCompanyPrefix(YuanhuContext ledger, AdmitCompanyPrefix act) {
        Cooperative cooperative = new Registry(ledger).cooperative(act.cooperative());
        return ledger.in(cooperative.county(), act)
                .once(() -> new CompanyPrefixes(ledger).admit(act.prefix(), act.cooperative()));
    }

    private static void mustBeRegisteredWithWhoAdmits(YuanhuContext ledger, CreditCode code) {
        RegionCode own = ledger.caller().region().orElseThrow();
        if (own.level() != RegionCode.Level.PROVINCE && !code.isRegisteredIn(own)) {
            throw RefusedException.by(Rule.RG_08)
                    .with("cooperative", code.value())
                    .with("registered", code.registeredIn())
                    .with("own", own.value())
                    .build();
        }
    }
}
