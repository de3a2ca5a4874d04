package org.yuanhu.chaincode.household;

import java.util.List;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.access.Caller;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.allotment.Allotments;
import org.yuanhu.chaincode.allotment.Ended;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.members.Memberships;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Keeps households: who they are in private, that their county vouches for them in public.
 *
 * <p>Enrolling, erasing and disclosing touch the private collection only and leave no public document.
 */
@Contract(name = "household")
public final class HouseholdContract implements ContractInterface {

    /**
     * Stores who a household is, sent in the transient field {@code person}. No family is enrolled twice. The same person again
     * is no second enrolment.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Enrolment enrol(YuanhuContext ledger, HouseholdId household, RegionCode county) {
        ledger.permission().in(county);
        People people = new People(ledger);
        Person person = people.sent();
        List<PersonDigest> digests = person.digests(household);
        boolean repeated = people.enrol(
                new PrivatePerson(household, county, person.family(), person.fields()),
                new People.Digests(county, digests));
        return new Enrolment(household, repeated, digests);
    }

    /** Erases who a household is. What it handed in stays, and says nothing of the person. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Erasure erase(YuanhuContext ledger, HouseholdId household) {
        People people = new People(ledger);
        PrivatePerson person = people.person(household);
        ledger.permission().in(person.county());
        people.erase(person);
        return new Erasure(household);
    }

    /**
     * Tells one private field to officers of the household's county and what it lies in, and to clerks and managers of a cooperative
     * it is a member of; while the household consents, also to the server of an organisation that holds the collection. The answer
     * is sealed under the key in the transient field {@code key}.
     */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public SealedDisclosure disclose(YuanhuContext ledger, HouseholdId household, FieldName field) {
        Household known = new Households(ledger).known(household);
        mayBeTold(ledger, known, field);
        known.mustNotBeWithdrawn();
        People people = new People(ledger);
        DisclosureKey key = people.sentKey();
        Person.Field told = people.person(household).fields().get(field.value());
        if (told == null) {
            throw RefusedException.by(Rule.HH_09)
                    .with("household", household.value())
                    .with("name", field.value())
                    .build();
        }
        Disclosure disclosure = new Disclosure(household, field, told.value(), told.salt(), known.digest(field));
        return key.seal(disclosure, ledger.getStub().getTxId());
    }

    private static void mayBeTold(YuanhuContext ledger, Household household, FieldName field) {
        Caller caller = ledger.caller();
        if (caller.isServer()) {
            if (household.consented(field).isEmpty()) {
                throw RefusedException.by(Rule.HH_10)
                        .with("household", household.id().value())
                        .with("name", field.value())
                        .build();
            }
            ledger.permission().consented();
        } else if (caller.cooperative().isPresent()) {
            CreditCode own = caller.cooperative().get();
            new Memberships(ledger).inForce(household.id(), own);
            ledger.permission().of(own);
        } else {
            ledger.permission().in(household.county());
        }
    }

    /** An officer of the county that enrolled a household vouches for it, carrying exactly the digests of its private record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt vouch(YuanhuContext ledger, Vouch act) {
        return ledger.in(act.county(), act).once(() -> {
            new Registry(ledger).county(act.county());
            new People(ledger).mustHaveDigests(act.household(), new People.Digests(act.county(), act.digests()));
            new Households(ledger)
                    .vouch(Household.vouched(act, ledger.caller().author().holder()));
        });
    }

    /** Stops a household; its allotments end. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt suspend(YuanhuContext ledger, Suspend act) {
        Households households = new Households(ledger);
        Household household = households.known(act.household());
        return ledger.in(household.county(), act).once(() -> {
            household.mustBeInForce();
            households.put(household.with(Status.SUSPENDED));
            new Allotments(ledger).end(act.household(), Ended.SUSPENDED);
        });
    }

    /** Lifts a suspension. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt reinstate(YuanhuContext ledger, Reinstate act) {
        Households households = new Households(ledger);
        Household household = households.known(act.household());
        return ledger.in(household.county(), act).once(() -> {
            household.mustBeSuspended();
            households.put(household.with(Status.VOUCHED));
        });
    }

    /** Withdraws the county's word for good; allotments end. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt withdraw(YuanhuContext ledger, Withdraw act) {
        Households households = new Households(ledger);
        Household household = households.known(act.household());
        return ledger.in(household.county(), act).once(() -> {
            household.mustNotBeWithdrawn();
            households.put(household.with(Status.WITHDRAWN));
            new Allotments(ledger).end(act.household(), Ended.WITHDRAWN);
        });
    }

    /** Records that a household allows a private field to be told, or no longer does. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt consent(YuanhuContext ledger, Consent act) {
        Households households = new Households(ledger);
        Household household = households.known(act.household());
        return ledger.in(household.county(), act).once(() -> {
            household.mustNotBeWithdrawn();
            households.put(household.consenting(act.field(), act.given()));
        });
    }
}
