package org.yuanhu.clientapi.ledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.secret.MissingKeyException;
import org.yuanhu.consortium.MspId;

/** Organisations' own authorities are made at a first start; made anew, they would be strangers to the ledger and to every wallet. */
final class LostAuthorities {
    private static final List<String> ISSUED_BY_THEM = List.of("ledger", "wallets");

    private LostAuthorities() {}

    /** @throws MissingKeyException an organisation's root is missing, and something here was certified under it */
    static void mustNotBe(Path identities, List<MspId> own, Home home) {
        for (MspId organisation : own) {
            Path root = identities.resolve(Path.of("organisations", organisation.value(), "root", "cert.pem"));
            if (!Files.exists(root)) {
                ISSUED_BY_THEM.stream()
                        .map(home.folder()::resolve)
                        .filter(LostAuthorities::holdsAny)
                        .findFirst()
                        .ifPresent(dead -> {
                            throw new MissingKeyException(
                                    root,
                                    "is missing, and without its folder " + dead + " cannot be used",
                                    "Restore the folder of the organisation's keys from their backup and start again.");
                        });
            }
        }
    }

    private static boolean holdsAny(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }
}
