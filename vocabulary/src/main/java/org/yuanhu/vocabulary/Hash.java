package org.yuanhu.vocabulary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A SHA-256 value.
 *
 * @param value 64 lower-case hex digits
 */
public record Hash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Thirty-two zero bytes: where a leaf has no scratch code. */
    public static final Hash ZERO = new Hash("0".repeat(64));

    /** @throws RefusedException FM-19 */
    public Hash {
        Form.mustMatch(Rule.FM_19, "hash", value, FORM);
    }

    /**
     * The hash with these bytes.
     *
     * @throws RefusedException FM-19 not 32 bytes
     */
    public static Hash of(byte[] thirtyTwo) {
        return new Hash(HexFormat.of().formatHex(thirtyTwo));
    }

    /** The SHA-256 of the parts, one after the other. */
    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = newSha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return of(digest.digest());
    }

    /** A new SHA-256, which every Java platform has. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 32 bytes, a new array each time. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
