package org.yuanhu.embeddedledger.proposal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.yuanhu.embeddedledger.membership.AccessDeniedException;
import org.yuanhu.embeddedledger.membership.Caller;
import org.yuanhu.embeddedledger.membership.Membership;
import org.yuanhu.embeddedledger.proposal.ProposalRefusedException.Stage;
import org.yuanhu.embeddedledger.store.PublicStore;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * What must hold before chaincode sees a proposal, in the order of a Fabric peer: its authentication filters (time
 * window, expiration), then {@code UnpackedProposal.Validate}, then whether the transaction is a replay. Texts begin as
 * Fabric's; where Fabric keeps the reason for its log, ours follows the colon.
 */
public final class ProposalChecks {
    private final String channel;
    private final String chaincode;
    private final Membership membership;
    private final PublicStore store;
    private final Clock clock;
    private final Duration window;

    /** Checks for one channel and chaincode; timestamps may be off by the window in either direction. */
    public ProposalChecks(
            String channel, String chaincode, Membership membership, PublicStore store, Clock clock, Duration window) {
        this.channel = channel;
        this.chaincode = chaincode;
        this.membership = membership;
        this.store = store;
        this.clock = clock;
        this.window = window;
    }

    /**
     * Checks a proposal.
     *
     * @return who made it
     * @throws ProposalRefusedException saying which check failed
     */
    public Caller check(Proposal proposal) throws ProposalRefusedException {
        require(
                proposal.channel().getChannelId().equals(channel),
                Stage.SIMULATION,
                "channel '%s' not found".formatted(proposal.channel().getChannelId()));
        checkTime(proposal);
        checkHeaders(proposal);
        Caller caller = checkCaller(proposal);
        require(
                store.transaction(proposal.transactionId()).isEmpty(),
                Stage.CHECK,
                duplicate(proposal.transactionId()));
        require(
                proposal.chaincode().equals(chaincode),
                Stage.SIMULATION,
                "make sure the chaincode %s has been successfully defined on channel %s and try again"
                        .formatted(proposal.chaincode(), channel));
        return caller;
    }

    private void checkTime(Proposal proposal) throws ProposalRefusedException {
        Instant now = clock.instant();
        Instant stamp = proposal.timestamp();
        boolean near = !stamp.plus(window).isBefore(now) && !stamp.minus(window).isAfter(now);
        require(near, Stage.FILTER, wrongTime(stamp, now));
    }

    private String wrongTime(Instant stamp, Instant now) {
        Instant made = seconds(stamp);
        Instant here = seconds(now);
        RefusedException refused = RefusedException.by(Rule.LG_06)
                .with("made", made.toString())
                .with("window", window.toString())
                .with("now", here.toString())
                .build();
        return "request unauthorized due to incorrect timestamp %s, peer time %s, peer.authentication.timewindow %s; %s"
                .formatted(made, here, window, refused.getMessage());
    }

    /** What is said of a transaction that is in a block already. */
    public static String duplicate(String transactionId) {
        String rule = RefusedException.by(Rule.LG_07)
                .with("transaction", transactionId)
                .build()
                .getMessage();
        return "duplicate transaction found [%s]; %s".formatted(transactionId, rule);
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static void checkHeaders(Proposal proposal) throws ProposalRefusedException {
        int type = proposal.channel().getType();
        require(
                type == HeaderType.ENDORSER_TRANSACTION_VALUE,
                Stage.CHECK,
                "error validating proposal: invalid header type " + type);
        require(proposal.channel().getEpoch() == 0, Stage.CHECK, "error validating proposal: epoch is non-zero");
        require(!proposal.signature().getNonce().isEmpty(), Stage.CHECK, "error validating proposal: nonce is empty");
        require(
                !proposal.signature().getCreator().isEmpty(),
                Stage.CHECK,
                "error validating proposal: creator is empty");
        String expected = Proposal.transactionId(proposal.signature());
        require(
                expected.equals(proposal.transactionId()),
                Stage.CHECK,
                "error validating proposal: incorrectly computed txid '%s' -- expected '%s'"
                        .formatted(proposal.transactionId(), expected));
        require(
                !proposal.signed().getSignature().isEmpty(),
                Stage.CHECK,
                "error validating proposal: empty signature bytes");
    }

    private Caller checkCaller(Proposal proposal) throws ProposalRefusedException {
        try {
            return membership.signer(
                    proposal.signature().getCreator(),
                    proposal.signed().getProposalBytes(),
                    proposal.signed().getSignature());
        } catch (AccessDeniedException e) {
            throw refused(e);
        }
    }

    private ProposalRefusedException refused(AccessDeniedException e) {
        return switch (e.reason()) {
            case EXPIRED ->
                new ProposalRefusedException(Stage.FILTER, "proposal client identity expired: " + e.getMessage());
            case MALFORMED, UNKNOWN_ORGANISATION, UNKNOWN_CERTIFICATE ->
                new ProposalRefusedException(
                        Stage.CHECK,
                        "error validating proposal: access denied: channel [%s] creator org unknown, creator is malformed: %s"
                                .formatted(channel, e.getMessage()));
            default ->
                new ProposalRefusedException(
                        Stage.CHECK,
                        "error validating proposal: access denied: channel [%s] creator org [%s]: %s"
                                .formatted(channel, e.mspId(), e.getMessage()));
        };
    }

    private static void require(boolean holds, Stage stage, String otherwise) throws ProposalRefusedException {
        if (!holds) {
            throw new ProposalRefusedException(stage, otherwise);
        }
    }
}
