package org.yuanhu.qrtools.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClosedSecretTest {
    private static final ConsortiumId CONSORTIUM = new ConsortiumId("demo-52");
    private static final RunNumber RUN = new RunNumber("07532742");
    private static final RunNumber OTHER_RUN = new RunNumber("07532743");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RunSecret secret = RunSecret.random(RANDOM);
    private final EncryptedSecret encrypted = EncryptedSecret.of(secret, CONSORTIUM, RUN, key(1), RANDOM);

    @Test
    void anEncryptedSecretOpensWithItsKeyAloneAndReadsBack() {
        assertThat(EncryptedSecret.parse(encrypted.text())).isEqualTo(encrypted);
        assertThat(encrypted.open(key(1))).isEqualTo(secret);
        assertRefused(() -> encrypted.open(key(2)));
    }

    @Test
    void anEncryptedSecretMovedOrAlteredDoesNotOpen() {
        String nonce = encrypted.nonce();
        String ciphertext = encrypted.ciphertext();
        String altered = (ciphertext.charAt(0) == '0' ? '1' : '0') + ciphertext.substring(1);
        ConsortiumId elsewhere = new ConsortiumId("guizhou");

        assertRefused(() -> new EncryptedSecret(CONSORTIUM, OTHER_RUN, nonce, ciphertext).open(key(1)));
        assertRefused(() -> new EncryptedSecret(elsewhere, RUN, nonce, ciphertext).open(key(1)));
        assertRefused(() -> new EncryptedSecret(CONSORTIUM, RUN, nonce, altered).open(key(1)));
    }

    /** {@code vectors/closed-secrets.json} was computed by another implementation of AES-GCM and of RFC 9180. */
    @Test
    void secretsClosedElsewhereOpenHere() throws GeneralSecurityException {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Objects.requireNonNull(
                        ClosedSecretTest.class.getResourceAsStream("/vectors/closed-secrets.json")));
        byte[] pkcs8 =
                Base64.getDecoder().decode(vectors.get("recipientPrivateKey").asString());
        PrivateKey recipient = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        SecretKey key =
                new SecretKeySpec(HexFormat.of().parseHex(vectors.get("key").asString()), "AES");

        assertThat(vectors.get("secrets")).hasSize(2);
        for (JsonNode vector : vectors.get("secrets")) {
            RunSecret expected = RunSecret.parse(vector.get("secret").asString());
            assertThat(EncryptedSecret.parse(vector.get("encrypted").asString()).open(key))
                    .isEqualTo(expected);
            SealedSecret sealed = SealedSecret.parse(vector.get("sealed").asString());
            assertThat(sealed.open(recipient)).isEqualTo(expected);
            assertThat(sealed.text()).isEqualTo(vector.get("sealed").asString());
        }
    }

    @Test
    void encryptingTwiceGivesTwoCiphertexts() {
        EncryptedSecret again = EncryptedSecret.of(secret, CONSORTIUM, RUN, key(1), RANDOM);

        assertThat(again.nonce()).isNotEqualTo(encrypted.nonce());
        assertThat(again.ciphertext()).isNotEqualTo(encrypted.ciphertext());
    }

    @Test
    void aSealedSecretOpensWithTheRecipientsKeyAloneAndReadsBack() throws GeneralSecurityException {
        KeyPair recipient = keys("secp256r1");
        PrivateKey other = keys("secp256r1").getPrivate();
        SealedSecret sealed = SealedSecret.of(secret, CONSORTIUM, RUN, recipient.getPublic());

        assertThat(SealedSecret.parse(sealed.text())).isEqualTo(sealed);
        assertThat(sealed.open(recipient.getPrivate())).isEqualTo(secret);
        assertRefused(() -> sealed.open(other));
    }

    @Test
    void aSealedSecretMovedToAnotherRunOrBrokenDoesNotOpen() throws GeneralSecurityException {
        KeyPair recipient = keys("secp256r1");
        SealedSecret sealed = SealedSecret.of(secret, CONSORTIUM, RUN, recipient.getPublic());
        String enc = sealed.enc();
        String ciphertext = sealed.ciphertext();

        assertRefused(() -> new SealedSecret(CONSORTIUM, OTHER_RUN, sealed.recipient(), enc, ciphertext)
                .open(recipient.getPrivate()));
        assertRefused(() -> new SealedSecret(CONSORTIUM, RUN, sealed.recipient(), "04" + "0".repeat(128), ciphertext)
                .open(recipient.getPrivate()));
    }

    @Test
    void aKeyOfAnotherCurveIsNotTaken() throws GeneralSecurityException {
        KeyPair p384 = keys("secp384r1");

        assertThatThrownBy(() -> SealedSecret.of(secret, CONSORTIUM, RUN, p384.getPublic()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherTextIsNoClosedSecret() {
        String text = encrypted.text();

        for (String wrong : new String[] {
            "",
            "{}",
            text + text,
            text.replace("nonce", "Nonce"),
            text.replace("\"run\"", "\"format\""),
            text.replace("-v1", "-v2")
        }) {
            assertThatThrownBy(() -> EncryptedSecret.parse(wrong))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_28));
        }
        assertThatThrownBy(() -> SealedSecret.parse(text)).isInstanceOf(RefusedException.class);
    }

    @Test
    void noTextOrMessageShowsTheSecret() {
        assertThat(secret.toString()).isEqualTo("RunSecret");
        assertThat(encrypted.toString()).doesNotContain(encrypted.ciphertext());
    }

    private static SecretKey key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return new SecretKeySpec(bytes, "AES");
    }

    private static KeyPair keys(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static void assertRefused(ThrowingCallable opening) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.LB_08));
    }
}
