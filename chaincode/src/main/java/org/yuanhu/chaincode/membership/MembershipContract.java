package org.yuanhu.chaincode.membership;

import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.allotment.Allotments;
import org.yuanhu.chaincode.allotment.Ended;
import org.yuanhu.chaincode.household.Households;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.members.Memberships;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.vocabulary.time.Days;

/** Keeps which household sells through which cooperative. */
@Contract(name = "membership")
public final class MembershipContract implements ContractInterface {

    /** A cooperative takes in a household that a county vouches for; a household may be a member of several. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt join(YuanhuContext ledger, Join act) {
        return ledger.of(act.cooperative(), act).once(() -> {
            Days.mustBeRecent("day", act.day(), ledger.now());
            new Registry(ledger).cooperative(act.cooperative());
            new Households(ledger).inForce(act.household());
            new Memberships(ledger).begin(act.household(), act.cooperative(), act.day());
        });
    }

    /** A household leaves; whatever was allotted to the cooperative ends. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt leave(YuanhuContext ledger, Leave act) {
        return ledger.of(act.cooperative(), act).once(() -> {
            Days.mustBeRecent("day", act.day(), ledger.now());
            new Memberships(ledger).end(act.household(), act.cooperative(), act.day());
            new Allotments(ledger).end(act.household(), act.cooperative(), Ended.LEFT);
        });
    }
}
