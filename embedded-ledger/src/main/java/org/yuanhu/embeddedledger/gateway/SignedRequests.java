package org.yuanhu.embeddedledger.gateway;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import org.yuanhu.embeddedledger.membership.AccessDeniedException;
import org.yuanhu.embeddedledger.membership.Membership;

/** Requests that carry a signature of their own: commit status and events, open to every client of the channel. */
public final class SignedRequests {
    private final String channel;
    private final Membership membership;

    /** Judges requests to one channel. */
    public SignedRequests(String channel, Membership membership) {
        this.channel = channel;
        this.membership = membership;
    }

    /** Refuses a request from a stranger, as Fabric's Gateway does. */
    void check(String named, ByteString identity, ByteString request, ByteString signature) {
        if (!named.equals(channel)) {
            throw Errors.of(Code.NOT_FOUND, "channel '%s' not found".formatted(named));
        }
        try {
            membership.signer(identity, request, signature);
        } catch (AccessDeniedException e) {
            throw Errors.of(
                    Code.PERMISSION_DENIED,
                    "access denied: channel [%s] creator org [%s]: %s".formatted(channel, e.mspId(), e.getMessage()));
        }
    }
}
