package org.yuanhu.qrtools.secret;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A run secret on its way to another organisation's resolver: HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256,
 * AES-256-GCM. With its secret lost, every label of a run would be dead; so another holds it too.
 *
 * @param recipient SHA-256 of the recipient's SubjectPublicKeyInfo
 * @param enc the encapsulated key: an uncompressed point, 65 bytes, 130 hex digits
 * @param ciphertext 32 bytes and the 16 of the authentication tag, 96 hex digits
 */
public record SealedSecret(ConsortiumId consortium, RunNumber run, Hash recipient, String enc, String ciphertext) {
    /** The first field of the written form. */
    public static final String FORMAT = "yuanhu-sealed-secret-v1";

    private static final byte[] NOTHING = {};

    /** @throws RefusedException FM-19 */
    public SealedSecret {
        ClosedForm.mustBeHex("enc", enc, 65);
        ClosedForm.mustBeHex("ciphertext", ciphertext, 48);
    }

    /**
     * Seals to a P-256 public key.
     *
     * @throws IllegalArgumentException another kind of key
     */
    public static SealedSecret of(RunSecret secret, ConsortiumId consortium, RunNumber run, PublicKey recipient) {
        byte[] info = SecretContext.of(FORMAT, consortium, run);
        try {
            byte[][] sealed = hpke().seal(P256Keys.of(recipient), info, NOTHING, secret.bytes(), null, null, null);
            return new SealedSecret(
                    consortium,
                    run,
                    Hash.sha256(recipient.getEncoded()),
                    HexFormat.of().formatHex(sealed[1]),
                    HexFormat.of().formatHex(sealed[0]));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing does not read a ciphertext", e);
        }
    }

    /**
     * Opens with the recipient's private key.
     *
     * @throws RefusedException LB-08 another key, or altered
     */
    public RunSecret open(PrivateKey key) {
        try {
            byte[] opened = hpke().open(
                            HexFormat.of().parseHex(enc),
                            P256Keys.pairOf(key),
                            SecretContext.of(FORMAT, consortium, run),
                            NOTHING,
                            HexFormat.of().parseHex(ciphertext),
                            null,
                            null,
                            null);
            return RunSecret.of(opened);
        } catch (InvalidCipherTextException | IllegalArgumentException wrongKeyOrAltered) {
            throw RefusedException.by(Rule.LB_08).with("run", run.value()).build();
        }
    }

    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /** One line of JSON, as {@code docs/formats.md} has it. */
    public String text() {
        return ClosedForm.write(
                FORMAT, consortium, run, "recipient", recipient.value(), "enc", enc, "ciphertext", ciphertext);
    }

    /**
     * Reads {@link #text()}.
     *
     * @throws RefusedException FM-28 another form
     */
    public static SealedSecret parse(String text) {
        Map<String, String> fields = ClosedForm.read(FORMAT, text, "recipient", "enc", "ciphertext");
        return new SealedSecret(
                new ConsortiumId(ClosedForm.field(fields, "consortium")),
                new RunNumber(ClosedForm.field(fields, "run")),
                new Hash(ClosedForm.field(fields, "recipient")),
                ClosedForm.field(fields, "enc"),
                ClosedForm.field(fields, "ciphertext"));
    }

    @Override
    public String toString() {
        return FORMAT + " of run " + run;
    }
}
