package org.yuanhu.chaincode.ceiling;

import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.allotment.Allotments;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.allotment.Ceilings;
import org.yuanhu.chaincode.allotment.CooperativeShare;
import org.yuanhu.chaincode.allotment.Grower;
import org.yuanhu.chaincode.allotment.Proposal;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.household.Household;
import org.yuanhu.chaincode.household.Households;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.members.Memberships;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Sets how much a household can harvest, by two officers, and allots it to the cooperatives it sells through. */
@Contract(name = "ceiling")
public final class CeilingContract implements ContractInterface {

    /** The province sets what one hectare can bear; setting it again takes the place of the former. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt setYield(YuanhuContext ledger, SetYield act) {
        return ledger.anywhere(act).once(() -> {
            new Catalogue(ledger).mustCount(act.commodity(), act.perHectare());
            new Yields(ledger).put(new Yield(act.commodity(), act.season(), act.perHectare()));
        });
    }

    /** A county officer other than the one who vouched proposes a ceiling, at most what the plots can bear. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt propose(YuanhuContext ledger, Propose act) {
        Household household = new Households(ledger).known(act.household());
        return ledger.in(household.county(), act).once(() -> {
            Hash by = mustNotHaveVouched(ledger, household);
            household.mustBeInForce();
            new Catalogue(ledger).mustCount(act.commodity(), act.amount());
            new Yields(ledger).mustBeBorneBy(act.area(), act.commodity(), act.season(), act.amount());
            Ceilings ceilings = new Ceilings(ledger);
            ceilings.put(ceilings.of(act.household(), act.commodity(), act.season())
                    .proposing(new Proposal(act.amount(), act.area(), by, ledger.now())));
        });
    }

    /** A third officer confirms exactly what was proposed, if the plots can bear it by the yield as it is now. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt confirm(YuanhuContext ledger, Confirm act) {
        Household household = new Households(ledger).known(act.household());
        return ledger.in(household.county(), act).once(() -> {
            Hash by = mustNotHaveVouched(ledger, household);
            household.mustBeInForce();
            Ceilings ceilings = new Ceilings(ledger);
            long area = FieldRules.mustBeGiven("area", act.area());
            Ceiling ceiling = ceilings.of(act.household(), act.commodity(), act.season());
            mustNotHaveProposed(ledger, ceiling);
            Ceiling confirmed = ceiling.confirmed(area, act.amount(), by, ledger.now());
            new Yields(ledger).mustBeBorneBy(area, act.commodity(), act.season(), act.amount());
            ceilings.put(confirmed);
        });
    }

    /** A county officer allots a part of a confirmed ceiling to a cooperative the household is a member of. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt allot(YuanhuContext ledger, Allot act) {
        Household household = new Households(ledger).known(act.household());
        return ledger.in(household.county(), act).once(() -> {
            household.mustBeInForce();
            new Memberships(ledger).inForce(act.household(), act.cooperative());
            new Catalogue(ledger).mustCount(act.commodity(), act.amount());
            Ceiling ceiling = new Ceilings(ledger).of(act.household(), act.commodity(), act.season());
            CooperativeShare share = new CooperativeShare(act.cooperative(), act.page(), act.amount());
            new Allotments(ledger).allot(ceiling, new Grower(household.county(), household.categories()), share);
        });
    }

    private static void mustNotHaveProposed(YuanhuContext ledger, Ceiling ceiling) {
        if (ledger.caller().is(ceiling.waiting().by())) {
            throw RefusedException.by(Rule.CL_06)
                    .with("household", ceiling.household().value())
                    .build();
        }
    }

    private static Hash mustNotHaveVouched(YuanhuContext ledger, Household household) {
        if (ledger.caller().is(household.vouchedBy())) {
            throw RefusedException.by(Rule.CL_03)
                    .with("household", household.id().value())
                    .build();
        }
        return ledger.caller().author().holder();
    }
}
