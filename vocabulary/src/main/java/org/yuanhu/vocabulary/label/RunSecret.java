package org.yuanhu.vocabulary.label;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The 32 random bytes from which every tag and blind of one print run follows. It prints as nothing. */
public final class RunSecret {
    private static final int BYTES = 32;
    private static final byte[] TAG = "yuanhu-tag-v1\n".getBytes(US_ASCII);
    private static final byte[] BLIND = "yuanhu-blind-v1\n".getBytes(US_ASCII);

    private final byte[] bytes;
    private final Mac keyed;

    private RunSecret(byte[] bytes) {
        this.bytes = bytes;
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(bytes, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The secret with these bytes.
     *
     * @throws RefusedException FM-19 not 32 bytes
     */
    public static RunSecret of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw RefusedException.by(Rule.FM_19)
                    .with("field", "secret")
                    .with("value", bytes.length + " bytes")
                    .build();
        }
        return new RunSecret(bytes.clone());
    }

    /**
     * The secret written so.
     *
     * @throws RefusedException FM-19 not 64 lower-case hex digits
     */
    public static RunSecret parse(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw RefusedException.by(Rule.FM_19)
                    .with("field", "secret")
                    .with("value", hex.length() + " characters")
                    .build();
        }
        return new RunSecret(HexFormat.of().parseHex(hex));
    }

    /** A new secret. */
    public static RunSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RunSecret(bytes);
    }

    /** The 32 bytes, a new array each time; for sealing and encrypting only. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Six digits: the first 8 bytes of HMAC-SHA256 over {@code yuanhu-tag-v1\n} and the index, as an unsigned number, mod 10^6. */
    public String tag(int index) {
        long number = ByteBuffer.wrap(hmac(TAG, index)).getLong();
        return Long.toString(1_000_000 + Long.remainderUnsigned(number, 1_000_000))
                .substring(1);
    }

    /** The first 16 bytes of HMAC-SHA256 over {@code yuanhu-blind-v1\n} and the index. */
    public Blind blind(int index) {
        return new Blind(HexFormat.of().formatHex(hmac(BLIND, index), 0, 16));
    }

    /** The serial of the label with this index in a run. */
    public Serial serial(org.yuanhu.vocabulary.label.RunNumber run, int index) {
        return new Serial(run, index, tag(index));
    }

    private byte[] hmac(byte[] purpose, int index) {
        try {
            Mac mac = (Mac) keyed.clone(); // keyed once; a clone of its own for each call lets threads share a secret
            mac.update(purpose);
            return mac.doFinal(Serial.fiveDigits(index).getBytes(US_ASCII));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's HmacSHA256 cannot be cloned", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RunSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RunSecret";
    }
}
