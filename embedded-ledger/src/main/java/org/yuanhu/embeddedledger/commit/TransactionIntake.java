package org.yuanhu.embeddedledger.commit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.yuanhu.embeddedledger.block.Blocks;
import org.yuanhu.embeddedledger.commit.SubmitRefusedException.Status;
import org.yuanhu.embeddedledger.endorsement.EndorsementPolicy;
import org.yuanhu.embeddedledger.endorsement.Endorsing;
import org.yuanhu.embeddedledger.endorsement.TransientStore;
import org.yuanhu.embeddedledger.membership.AccessDeniedException;
import org.yuanhu.embeddedledger.membership.Membership;
import org.yuanhu.embeddedledger.proposal.Proposal;
import org.yuanhu.embeddedledger.simulation.PrivateWrite;

/**
 * Takes a signed envelope apart before it is ordered: first what an orderer refuses (signature, channel), then what a
 * peer's validator would mark as invalid whatever the state is.
 */
public final class TransactionIntake {
    private final String channel;
    private final String chaincode;
    private final Membership membership;
    private final Endorsing endorsing;
    private final EndorsementPolicy policy;
    private final TransientStore transientStore;

    /** Takes transactions of one channel and chaincode. */
    public TransactionIntake(
            String channel,
            String chaincode,
            Membership membership,
            Endorsing endorsing,
            EndorsementPolicy policy,
            TransientStore transientStore) {
        this.channel = channel;
        this.chaincode = chaincode;
        this.membership = membership;
        this.endorsing = endorsing;
        this.policy = policy;
        this.transientStore = transientStore;
    }

    /**
     * Reads and checks an envelope.
     *
     * @throws SubmitRefusedException if it may not be ordered at all
     */
    public LedgerTransaction read(Envelope envelope) throws SubmitRefusedException {
        int bytes = Blocks.bytesOf(envelope.toByteString());
        if (bytes > Blocks.MOST_TRANSACTION_BYTES) {
            throw new SubmitRefusedException(
                    Status.BAD_REQUEST,
                    "message payload is %d bytes and exceeds maximum allowed %d bytes"
                            .formatted(bytes, Blocks.MOST_TRANSACTION_BYTES));
        }
        try {
            Payload payload = Payload.parseFrom(envelope.getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            SignatureHeader signature =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            checkSigner(envelope, header, signature);
            return read(envelope, payload, header, signature);
        } catch (InvalidProtocolBufferException e) {
            throw new SubmitRefusedException(Status.BAD_REQUEST, "malformed transaction: " + e.getMessage());
        }
    }

    private void checkSigner(Envelope envelope, ChannelHeader header, SignatureHeader signature)
            throws SubmitRefusedException {
        if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            throw new SubmitRefusedException(Status.BAD_REQUEST, "not an endorser transaction");
        }
        if (!header.getChannelId().equals(channel)) {
            throw new SubmitRefusedException(
                    Status.BAD_REQUEST, "channel '%s' not found".formatted(header.getChannelId()));
        }
        try {
            membership.signer(signature.getCreator(), envelope.getPayload(), envelope.getSignature());
        } catch (AccessDeniedException e) {
            throw new SubmitRefusedException(
                    Status.FORBIDDEN,
                    "implicit policy evaluation failed: creator org [%s]: %s".formatted(e.mspId(), e.getMessage()));
        }
    }

    private LedgerTransaction read(Envelope envelope, Payload payload, ChannelHeader header, SignatureHeader signature)
            throws InvalidProtocolBufferException, SubmitRefusedException {
        Transaction transaction = Transaction.parseFrom(payload.getData());
        if (transaction.getActionsCount() != 1) {
            throw new SubmitRefusedException(Status.BAD_REQUEST, "a transaction has exactly one action");
        }
        ChaincodeActionPayload action =
                ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
        ByteString responseBytes = action.getAction().getProposalResponsePayload();
        ProposalResponsePayload response = ProposalResponsePayload.parseFrom(responseBytes);
        ChaincodeAction result = ChaincodeAction.parseFrom(response.getExtension());
        TxReadWriteSet results = TxReadWriteSet.parseFrom(result.getResults());

        boolean sameHeader =
                transaction.getActions(0).getHeader().equals(payload.getHeader().getSignatureHeader());
        ByteString hash = Proposal.hash(payload.getHeader(), action.getChaincodeProposalPayload());
        TxValidationCode code;
        if (!Proposal.transactionId(signature).equals(header.getTxId())) {
            code = TxValidationCode.BAD_PROPOSAL_TXID;
        } else if (!sameHeader || !hash.equals(response.getProposalHash())) {
            code = TxValidationCode.INVALID_ENDORSER_TRANSACTION;
        } else {
            code = codeOf(envelope, action, results);
        }
        return assemble(envelope, header.getTxId(), code, result.getResults(), results);
    }

    private TxValidationCode codeOf(Envelope envelope, ChaincodeActionPayload action, TxReadWriteSet results)
            throws InvalidProtocolBufferException {
        for (NsReadWriteSet namespace : results.getNsRwsetList()) {
            if (!namespace.getNamespace().equals(chaincode)) {
                return TxValidationCode.ILLEGAL_WRITESET;
            }
        }
        boolean known = endorsing.knows(envelope.getPayload());
        Set<String> endorsers = endorsing.endorsersOf(action.getAction(), known);
        return policy.metBy(endorsers, results) ? TxValidationCode.VALID : TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
    }

    private LedgerTransaction assemble(
            Envelope envelope, String id, TxValidationCode code, ByteString resultBytes, TxReadWriteSet results)
            throws InvalidProtocolBufferException, SubmitRefusedException {
        KVRWSet publicSet = KVRWSet.getDefaultInstance();
        Map<String, HashedRWSet> hashedSets = new LinkedHashMap<>();
        for (NsReadWriteSet namespace : results.getNsRwsetList()) {
            publicSet = KVRWSet.parseFrom(namespace.getRwset());
            for (CollectionHashedReadWriteSet set : namespace.getCollectionHashedRwsetList()) {
                hashedSets.put(set.getCollectionName(), HashedRWSet.parseFrom(set.getHashedRwset()));
            }
        }
        List<PrivateWrite> writes = List.of();
        boolean writesPrivate = hashedSets.values().stream().anyMatch(set -> set.getHashedWritesCount() > 0);
        if (writesPrivate && code == TxValidationCode.VALID) {
            writes = transientStore
                    .find(id, resultBytes)
                    .orElseThrow(() -> new SubmitRefusedException(
                            Status.PRIVATE_DATA_GONE,
                            "the private values of transaction %s are no longer held; endorse it again".formatted(id)));
        }
        return new LedgerTransaction(id, envelope.toByteString(), code, publicSet, hashedSets, writes, resultBytes);
    }
}
