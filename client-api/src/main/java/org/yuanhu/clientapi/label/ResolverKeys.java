package org.yuanhu.clientapi.label;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yuanhu.clientapi.secret.MissingKeyException;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.ResolverKey;

/**
 * The keys of the organisations' resolvers, P-256: public ones that others gave us, and the private one of an organisation whose keys are on
 * this machine in {@code organisations/{MSP id}/resolver/key.pem}.
 */
final class ResolverKeys {
    private static final String RESTORE = "Restore it from the backup of the keys and start again.";

    private final Path identities;
    private final Path published;

    /**
     * @param identities folder of the keys of the organisations on this machine
     * @param published folder with {@code {MSP id}.pem} or {@code {MSP id}/resolver.pem} of each organisation
     */
    ResolverKeys(Path identities, Path published) {
        this.identities = identities;
        this.published = published;
    }

    /**
     * Publishes the key of an organisation that is on this machine, unless it is known already; made if there is none.
     *
     * @throws MissingKeyException the others know its key and seal to it, and here is none, or another
     */
    void make(MspId organisation) {
        Optional<Path> known = files(organisation).filter(Files::exists).findFirst();
        Path file = privateKeyOf(organisation);
        if (known.isPresent() && !Files.exists(file)) {
            throw new MissingKeyException(
                    file,
                    "is missing, and without it no secret can be opened that others seal to " + known.get(),
                    RESTORE);
        }
        Path here = published.resolve(organisation + ".pem");
        PublicKey own = ResolverKey.in(identities, organisation, here);
        if (known.isEmpty()) {
            DurableFile.write(here, Pem.of(own));
        } else if (!Pem.publicKey(DurableFile.read(known.get())).equals(own)) {
            throw new MissingKeyException(file, "is not the key that others seal to, " + known.get(), RESTORE);
        }
    }

    /** The private key of an organisation's resolver on this machine. */
    Path privateKeyOf(MspId organisation) {
        return identities
                .resolve("organisations")
                .resolve(organisation.value())
                .resolve("resolver")
                .resolve("key.pem");
    }

    /** The published keys of all organisations but one's own. */
    List<PublicKey> others(MspId own, List<MspId> members) {
        return members.stream()
                .filter(member -> !member.equals(own))
                .flatMap(this::files)
                .filter(Files::exists)
                .map(file -> Pem.publicKey(DurableFile.read(file)))
                .toList();
    }

    /** Where its public key may stand: as one machine publishes it, and as organisations hand it to each other. */
    private Stream<Path> files(MspId organisation) {
        return Stream.of(
                published.resolve(organisation + ".pem"),
                published.resolve(organisation.value()).resolve("resolver.pem"));
    }
}
