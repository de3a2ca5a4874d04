package org.yuanhu.chaincode.catalogue;

import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.registry.CompanyPrefixes;
import org.yuanhu.chaincode.registry.Registry;

/** Defines commodities and registers products. */
@Contract(name = "catalogue")
public final class CatalogueContract implements ContractInterface {

    /** The province defines a commodity and its unit. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt defineCommodity(YuanhuContext ledger, DefineCommodity act) {
        return ledger.anywhere(act)
                .once(() -> new Catalogue(ledger).define(new Commodity(act.code(), act.name(), act.unit())));
    }

    /**
     * A cooperative registers a product under a GTIN of its own GS1 company prefix, of one commodity and in its unit, with a name that
     * looks like no other of its products'.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt registerProduct(YuanhuContext ledger, RegisterProduct act) {
        return ledger.of(act.cooperative(), act).once(() -> {
            Catalogue catalogue = new Catalogue(ledger);
            new Registry(ledger).cooperative(act.cooperative());
            catalogue.mustCount(act.commodity(), act.netContent());
            new CompanyPrefixes(ledger).mustBegin(act.gtin(), act.cooperative());
            catalogue.register(
                    new Product(act.gtin(), act.commodity(), act.name(), act.netContent(), act.cooperative()));
        });
    }
}
