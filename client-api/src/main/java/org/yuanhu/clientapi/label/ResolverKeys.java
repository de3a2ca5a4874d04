package org.yuanhu.clientapi.label;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.yuanhu.networkconfig.consortium.MspId;
import org.yuanhu.networkconfig.identity.DurableFile;
import org.yuanhu.networkconfig.identity.Pem;

/**
 * The keys of the organisations' resolvers, P-256: public ones that others gave us, and the private one of an organisation whose keys are on
 * this machine in {@code organisations/{MSP id}/resolver/key.pem}.
 */
final class ResolverKeys {
    private final Path published;
    private final Path organisations;

    /**
     * @param identities folder of the keys of the organisations on this machine
     * @param published folder with {@code {MSP id}.pem} or {@code {MSP id}/resolver.pem} of each organisation
     */
    ResolverKeys(Path identities, Path published) {
        this.organisations = identities.resolve("organisations");
        this.published = published;
    }

    /** Makes the keys of an organisation that is on this machine and has none yet. */
    void make(MspId organisation) {
        Path own = privateKeyOf(organisation);
        if (Files.exists(own)) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            DurableFile.secretFolder(published);
            DurableFile.write(published.resolve(organisation + ".pem"), Pem.of(pair.getPublic()));
            DurableFile.writeSecret(own, Pem.of(pair.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }

    /** The private key of an organisation's resolver on this machine. */
    Path privateKeyOf(MspId organisation) {
        return organisations.resolve(organisation.value()).resolve("resolver").resolve("key.pem");
    }

    /** The published keys of all organisations but one's own. */
    List<PublicKey> others(MspId own, List<MspId> members) {
        return members.stream()
                .filter(member -> !member.equals(own))
                .flatMap(member -> Stream.of(
                        published.resolve(member + ".pem"),
                        published.resolve(member.value()).resolve("resolver.pem")))
                .filter(Files::exists)
                .map(file -> publicKey(DurableFile.read(file)))
                .toList();
    }

    /**
     * A public key from PEM (SubjectPublicKeyInfo).
     *
     * @throws IllegalArgumentException there is none in the text
     */
    static PublicKey publicKey(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public elliptic curve key in PEM", e);
        }
    }
}
