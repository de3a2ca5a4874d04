package org.yuanhu.embeddedledger.block;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Fabric's two block hashes (protoutil/blockutils.go). */
public final class BlockHashes {
    private BlockHashes() {}

    /** SHA-256 over all envelopes one after the other. */
    public static byte[] data(List<ByteString> envelopes) {
        MessageDigest digest = sha256();
        envelopes.forEach(envelope -> digest.update(envelope.asReadOnlyByteBuffer()));
        return digest.digest();
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
