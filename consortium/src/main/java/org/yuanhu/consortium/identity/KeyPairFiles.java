package org.yuanhu.consortium.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import java.util.function.Supplier;
import org.yuanhu.consortium.file.DurableFile;

/**
 * A key pair that an organisation keeps: {@code key.pem}, and {@code public.pem}, which can be had from it at any time. So a pair is made
 * only where neither is.
 */
public final class KeyPairFiles {
    private KeyPairFiles() {}

    /**
     * The public key; the pair is made first if there is none. The private key need not be here to tell the public one.
     *
     * @param folder of the two files
     * @param dependants what would be lost with the pair there was; empty where nothing is
     * @throws IllegalStateException there is none, and something depends on one
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static PublicKey in(Path folder, Supplier<Optional<String>> dependants) {
        Path published = folder.resolve("public.pem");
        if (!Files.exists(published)) {
            DurableFile.write(published, Pem.of(P256.publicKeyOf(privateKey(folder, dependants))));
        }
        return Pem.publicKey(DurableFile.read(published));
    }

    private static PrivateKey privateKey(Path folder, Supplier<Optional<String>> dependants) {
        Path file = folder.resolve("key.pem");
        if (!Files.exists(file)) {
            dependants.get().ifPresent(lost -> {
                throw new IllegalStateException(
                        file + ": is missing, and " + lost + " depends on it; put it back from the backup");
            });
            KeyPair made = P256.newKeyPair();
            DurableFile.secretFolder(folder);
            DurableFile.writeSecret(file, Pem.of(made.getPrivate()));
        }
        return Pem.privateKey(DurableFile.read(file));
    }
}
