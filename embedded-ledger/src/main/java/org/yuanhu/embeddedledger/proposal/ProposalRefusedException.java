package org.yuanhu.embeddedledger.proposal;

/** A proposal that ends without an endorsement. */
public final class ProposalRefusedException extends Exception {
    /** Where in a Fabric peer a proposal stops; the Gateway's status code follows from it. */
    public enum Stage {
        /** It cannot be unpacked. */
        UNPACK,
        /** A filter before the endorser: expired identity, time window. */
        FILTER,
        /** The endorser's checks before simulation: creator, signature, transaction id. */
        CHECK,
        /** Simulation could not be carried out. */
        SIMULATION,
        /** Chaincode answered with an error. */
        CHAINCODE
    }

    private final Stage stage;
    private final String why;

    /** Says where it stopped and why. */
    public ProposalRefusedException(Stage stage, String message) {
        super(message);
        this.stage = stage;
        why = message;
    }

    /** Why, in Fabric's words. */
    public String why() {
        return why;
    }

    /** Where it stopped. */
    public Stage stage() {
        return stage;
    }
}
