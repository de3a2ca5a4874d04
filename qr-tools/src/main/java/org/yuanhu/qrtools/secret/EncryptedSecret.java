package org.yuanhu.qrtools.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A run secret at rest: AES-256-GCM under a key of the server's keystore, bound to consortium and run.
 *
 * @param nonce 12 random bytes, 24 hex digits
 * @param ciphertext 32 bytes and the 16 of the authentication tag, 96 hex digits
 */
public record EncryptedSecret(ConsortiumId consortium, RunNumber run, String nonce, String ciphertext) {
    /** The first field of the written form. */
    public static final String FORMAT = "yuanhu-encrypted-secret-v1";

    private static final int TAG_BITS = 128;

    /** @throws RefusedException FM-19 */
    public EncryptedSecret {
        ClosedForm.mustBeHex("nonce", nonce, 12);
        ClosedForm.mustBeHex("ciphertext", ciphertext, 48);
    }

    /** Encrypts; every call takes a fresh nonce. The key is an AES key of 32 bytes. */
    public static EncryptedSecret of(
            RunSecret secret, ConsortiumId consortium, RunNumber run, SecretKey key, SecureRandom random) {
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, consortium, run).doFinal(secret.bytes());
            return new EncryptedSecret(
                    consortium,
                    run,
                    HexFormat.of().formatHex(nonce),
                    HexFormat.of().formatHex(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is part of every Java platform", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws RefusedException LB-08 another key, or altered
     */
    public RunSecret open(SecretKey key) {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, HexFormat.of().parseHex(nonce), consortium, run);
            return RunSecret.of(cipher.doFinal(HexFormat.of().parseHex(ciphertext)));
        } catch (AEADBadTagException wrongKeyOrAltered) {
            throw RefusedException.by(Rule.LB_08).with("run", run.value()).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is part of every Java platform", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, ConsortiumId consortium, RunNumber run)
            throws GeneralSecurityException {
        if (key.getEncoded() != null && key.getEncoded().length != 32) {
            throw new IllegalArgumentException("A key of 32 bytes is needed");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(SecretContext.of(FORMAT, consortium, run));
        return cipher;
    }

    /** One line of JSON, as {@code docs/formats.md} has it. */
    public String text() {
        return ClosedForm.write(FORMAT, consortium, run, "nonce", nonce, "ciphertext", ciphertext);
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws RefusedException FM-28 another form
     */
    public static EncryptedSecret parse(String text) {
        Map<String, String> fields = ClosedForm.read(FORMAT, text, "nonce", "ciphertext");
        return new EncryptedSecret(
                new ConsortiumId(ClosedForm.field(fields, "consortium")),
                new RunNumber(ClosedForm.field(fields, "run")),
                ClosedForm.field(fields, "nonce"),
                ClosedForm.field(fields, "ciphertext"));
    }

    @Override
    public String toString() {
        return FORMAT + " of run " + run;
    }
}
