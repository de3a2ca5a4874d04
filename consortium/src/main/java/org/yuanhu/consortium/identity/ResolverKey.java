package org.yuanhu.consortium.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;
import org.yuanhu.consortium.MspId;

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
     * @param handedOut where the others find the key, if they were given one already
     * @throws IllegalStateException there is none, and the others were given one
     * @throws java.io.UncheckedIOException if the disk refuses
     */
    public static PublicKey in(Path home, MspId msp, Path handedOut) {
        Path folder = home.resolve("organisations").resolve(msp.value()).resolve("resolver");
        return KeyPairFiles.in(
                folder,
                () -> Files.exists(handedOut) ? Optional.of("what others seal to " + handedOut) : Optional.empty());
    }
}
