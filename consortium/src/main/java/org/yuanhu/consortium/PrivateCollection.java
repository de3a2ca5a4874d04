package org.yuanhu.consortium;

import java.util.List;

/**
 * A private data collection: values only its members hold, hashes everyone has. A write to it needs the endorsement of
 * every member.
 *
 * @param name its name on the channel
 * @param members at least two organisations, in the file's order
 */
public record PrivateCollection(String name, List<MspId> members) {

    public PrivateCollection {
        members = List.copyOf(members);
    }
}
