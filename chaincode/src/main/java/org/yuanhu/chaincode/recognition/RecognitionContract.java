package org.yuanhu.chaincode.recognition;

import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.registry.Registry;

/** Moves the recognition of products through the steps of a scheme. Without one in force there is no label. */
@Contract(name = "recognition")
public final class RecognitionContract implements ContractInterface {

    /** The province defines the steps of a scheme, which role may take each, and what the scheme wants of the goods. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt defineScheme(YuanhuContext ledger, DefineScheme act) {
        return ledger.anywhere(act)
                .once(() -> new Recognitions(ledger)
                        .define(new Scheme(act.scheme(), act.name(), act.steps(), act.requirement())));
    }

    /** A cooperative applies for the recognition of a product of its own, made from one county's goods. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt apply(YuanhuContext ledger, Apply act) {
        return ledger.of(act.cooperative(), act).once(() -> {
            Recognitions recognitions = new Recognitions(ledger);
            new Registry(ledger).county(act.county());
            new Catalogue(ledger).product(act.gtin(), act.cooperative());
            recognitions.scheme(act.scheme()).inUse();
            recognitions.begin(Recognition.applied(act));
        });
    }

    /** Whoever the next step names takes it, an officer within their region; the last step grants, from its own day on. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt advance(YuanhuContext ledger, Advance act) {
        Recognitions recognitions = new Recognitions(ledger);
        Recognition recognition = recognitions.recognition(act.recognition());
        return ledger.in(recognition.county(), act).once(() -> {
            Scheme scheme = recognitions.scheme(recognition.scheme()).inUse();
            Step step = recognition.next(scheme);
            step.mustBe(act.step(), recognition.id());
            step.mustBeTakenBy(ledger.caller().role());
            scheme.mustHaveValidity(step, act.validity());
            act.validity().ifPresent(validity -> validity.mustNotBeginBefore(ledger.today()));
            recognitions.put(recognition.advanced(act.step(), act.validity()));
        });
    }

    /** An officer over the county revokes a recognition, with a reason that buyers will read. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt revoke(YuanhuContext ledger, Revoke act) {
        Recognitions recognitions = new Recognitions(ledger);
        Recognition recognition = recognitions.recognition(act.recognition());
        return ledger.in(recognition.county(), act).once(() -> {
            recognition.mustNotBeRevoked();
            recognitions.put(recognition.revoked(act.reason(), ledger.now()));
        });
    }
}
