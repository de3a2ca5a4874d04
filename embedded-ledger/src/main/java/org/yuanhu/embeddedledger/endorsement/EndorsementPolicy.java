package org.yuanhu.embeddedledger.endorsement;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.yuanhu.embeddedledger.channel.PrivateCollection;

/**
 * Whose endorsements a transaction needs: for public keys, so many distinct organisations; for the keys of a collection,
 * all its members. As in Fabric, a transaction that writes nothing falls under the policy for public keys, and one that
 * writes to collections alone under theirs.
 */
public final class EndorsementPolicy {
    private final int distinctOrganisations;
    private final Map<String, PrivateCollection> collections;

    /** Makes the policy of one chaincode. */
    public EndorsementPolicy(int distinctOrganisations, Map<String, PrivateCollection> collections) {
        this.distinctOrganisations = distinctOrganisations;
        this.collections = Map.copyOf(collections);
    }

    /** How many distinct organisations public keys need. */
    public int distinctOrganisations() {
        return distinctOrganisations;
    }

    /**
     * Whether these organisations suffice.
     *
     * @throws InvalidProtocolBufferException if the read/write set cannot be read
     */
    public boolean metBy(Set<String> mspIds, TxReadWriteSet results) throws InvalidProtocolBufferException {
        boolean writesPublic = false;
        boolean writesPrivate = false;
        for (NsReadWriteSet namespace : results.getNsRwsetList()) {
            writesPublic |= KVRWSet.parseFrom(namespace.getRwset()).getWritesCount() > 0;
            for (CollectionHashedReadWriteSet set : namespace.getCollectionHashedRwsetList()) {
                if (HashedRWSet.parseFrom(set.getHashedRwset()).getHashedWritesCount() > 0) {
                    writesPrivate = true;
                    PrivateCollection collection = collections.get(set.getCollectionName());
                    if (collection == null || !mspIds.containsAll(collection.members())) {
                        return false;
                    }
                }
            }
        }
        boolean underPublicPolicy = writesPublic || !writesPrivate;
        return !underPublicPolicy || mspIds.size() >= distinctOrganisations;
    }
}
