package org.yuanhu.chaincode.household;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The key under which one answer is sealed: made by who asks, for one question, sent in the transient field {@link #NAME}, which
 * reaches no block. AES-256-GCM; the nonce is computed from key, transaction and place, so that every endorser seals to the same bytes
 * and no nonce comes twice even if a client should ask twice under one key. The plain text is padded, so that its length
 * does not tell a short name from a long one.
 */
public final class DisclosureKey {
    /** The transient field. */
    public static final String NAME = "key";

    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOCK = 512;

    private final byte[] bytes;

    /** @throws RefusedException HH-14 not 32 bytes, or one byte over and over */
    public DisclosureKey(byte[] bytes) {
        boolean isOneByte = bytes.length > 0 && Arrays.equals(bytes, 1, bytes.length, bytes, 0, bytes.length - 1);
        if (bytes.length != BYTES || isOneByte) {
            throw RefusedException.by(Rule.HH_14).with("name", NAME).build();
        }
        this.bytes = bytes.clone();
    }

    /** A new one; clients make keys, chaincode never does. */
    public static DisclosureKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DisclosureKey(bytes);
    }

    /** What is to be sent in the transient field. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** @param transaction the id of the Fabric transaction */
    SealedDisclosure seal(Disclosure told, String transaction) {
        byte[] place = place(told.household().value(), told.field().value());
        byte[] nonce = Arrays.copyOf(mac(place, transaction), NONCE_BYTES);
        byte[] plain = Json.write(told).getBytes(UTF_8);
        byte[] padded = Arrays.copyOf(plain, (plain.length / BLOCK + 1) * BLOCK);
        Arrays.fill(padded, plain.length, padded.length, (byte) ' ');
        HexFormat hex = HexFormat.of();
        return new SealedDisclosure(
                told.household(),
                told.field(),
                hex.formatHex(nonce),
                hex.formatHex(cipher(Cipher.ENCRYPT_MODE, nonce, place, padded)));
    }

    /**
     * What was sealed.
     *
     * @throws IllegalArgumentException if it was sealed under another key, for another household or field, or altered
     */
    public Disclosure open(SealedDisclosure sealed) {
        byte[] place = place(sealed.household().value(), sealed.field().value());
        byte[] nonce = HexFormat.of().parseHex(sealed.nonce());
        byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, place, HexFormat.of().parseHex(sealed.ciphertext()));
        return Json.read(plain, Disclosure.class);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "a key";
    }

    private static byte[] place(String household, String field) {
        return ("yuanhu-sealed-disclosure-v1\n" + household + "\n" + field + "\n").getBytes(US_ASCII);
    }

    private byte[] mac(byte[] place, String transaction) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            mac.update(place);
            return mac.doFinal(transaction.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] place, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(bytes, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The answer cannot be opened with this key", e);
        }
    }
}
