package org.yuanhu.embeddedledger.channel;

import java.util.Set;
import java.util.stream.Collectors;
import org.yuanhu.consortium.MspId;

/**
 * A private data collection: its values are kept apart from everything else, only their hashes stand in blocks, only
 * clients of its members may read or write it, and writing it takes every member's endorsement.
 *
 * @param name the name chaincode uses
 * @param members MSP ids of the organisations that may hold the values
 */
public record PrivateCollection(String name, Set<String> members) {
    /** Checks that there is somebody to hold the values. */
    public PrivateCollection {
        if (name.isBlank() || members.isEmpty()) {
            throw new IllegalArgumentException("a private collection needs a name and at least one member");
        }
        members = Set.copyOf(members);
    }

    /** The collection a consortium has agreed on. */
    public static PrivateCollection of(org.yuanhu.consortium.PrivateCollection agreed) {
        return new PrivateCollection(
                agreed.name(), agreed.members().stream().map(MspId::value).collect(Collectors.toSet()));
    }
}
