package org.yuanhu.consortium.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;

/**
 * The key pair of an organisation's resolver, P-256. The others seal their print runs' secrets to the public key, so that
 * this organisation's server can answer for their labels too. It lies in {@code organisations/<MSP id>/resolver/}.
 */
public final class ResolverKey {
    private ResolverKey() {}

    /**
     * The public key; the pair is made first if there is none.
     *
     * @param home the folder with the organisation's keys
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static PublicKey in(Path home, MspId msp) {
        Path folder = home.resolve("organisations").resolve(msp.value()).resolve("resolver");
        Path published = folder.resolve("public.pem");
        if (!Files.exists(published)) { // the last file written: without it nobody was handed this key
            KeyPair pair = P256.newKeyPair();
            DurableFile.secretFolder(folder);
            DurableFile.writeSecret(folder.resolve("key.pem"), Pem.of(pair.getPrivate()));
            DurableFile.write(published, Pem.of(pair.getPublic()));
        }
        return Pem.publicKey(DurableFile.read(published));
    }
}
