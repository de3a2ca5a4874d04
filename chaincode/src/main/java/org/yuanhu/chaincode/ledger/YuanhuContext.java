package org.yuanhu.chaincode.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.yuanhu.chaincode.access.Authorities;
import org.yuanhu.chaincode.access.Caller;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.access.Permission;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.time.Days;
import org.yuanhu.vocabulary.time.Moments;

/** What a contract sees of one transaction: who calls, when, and state. */
public final class YuanhuContext extends Context {
    private final Caller caller;
    private final Permission permission;
    private final Instant now;
    private final State state;
    private final PrivateData people;

    /**
     * Opens the transaction for its caller.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException AC-01 … AC-05 the caller may not do this at all,
     *     FM-32 the transaction was made on no day that exists
     */
    public YuanhuContext(ChaincodeStub stub, Operation operation, Authorities authorities) {
        super(stub);
        this.caller = Caller.of(getClientIdentity(), authorities);
        this.permission = new Permission(caller, operation);
        this.now = Moments.mustExist("timestamp", stub.getTxTimestamp()).truncatedTo(ChronoUnit.MILLIS);
        this.state = new State(stub);
        this.people = new PrivateData(stub, authorities.collection());
    }

    /** Who calls. */
    public Caller caller() {
        return caller;
    }

    /** How far the caller may act. */
    public Permission permission() {
        return permission;
    }

    /** The transaction's time: the client's, bounded by the ledger, in milliseconds. */
    public Instant now() {
        return now;
    }

    /** The day of the transaction in China. */
    public LocalDate today() {
        return Days.at(now);
    }

    /** Public state. */
    public State state() {
        return state;
    }

    /** The private collection. */
    public PrivateData people() {
        return people;
    }

    /**
     * An act that takes place in a region.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException AC-07
     */
    public ActExecution in(RegionCode region, Act act) {
        permission.in(region);
        return new ActExecution(this, act);
    }

    /**
     * An act of a cooperative.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException AC-06
     */
    public ActExecution of(CreditCode cooperative, Act act) {
        permission.of(cooperative);
        return new ActExecution(this, act);
    }

    /** An act without a place. */
    public ActExecution anywhere(Act act) {
        return new ActExecution(this, act);
    }
}
