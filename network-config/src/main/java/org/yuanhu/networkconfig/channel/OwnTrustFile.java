package org.yuanhu.networkconfig.channel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.consortium.trust.TrustFile;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/**
 * An organisation's own copy of the trust file, version 1, made from what it received: the bundles and the first block. All
 * of it comes from there, its end included, so that every organisation's copy has the same bytes although none was copied.
 *
 * <p>What is there stays: verifiers have pinned it. Later revocation lists are in force on the channel at once; they come
 * into the trust file by its successor, to which a quorum of organisations has to agree.
 */
public final class OwnTrustFile {
    private static final Period VALIDITY = Period.ofYears(1);

    private final OrganisationFolder folder;
    private final Consortium consortium;

    public OwnTrustFile(OrganisationFolder folder, Consortium consortium) {
        this.folder = folder;
        this.consortium = consortium;
    }

    /**
     * Writes the file if there is none.
     *
     * @throws IllegalArgumentException if there is one, of another ledger
     */
    public void write() {
        FirstBlock first = FirstBlock.read(folder.genesis());
        Path file = folder.trustFile();
        if (!Files.exists(file)) {
            DurableFile.write(file, new String(versionOne(first).bytes(), StandardCharsets.UTF_8));
        } else if (!DurableFile.read(file).contains("\"genesis\":\"" + first.hash() + "\"")) {
            throw new IllegalArgumentException(
                    file + ": speaks of another ledger than the one that begins with block " + first.hash());
        }
    }

    private TrustFile versionOne(FirstBlock first) {
        List<MspDefinition> definitions = consortium.members().stream()
                .map(msp -> PublicBundle.read(folder.bundles(), msp))
                .toList();
        Instant expires = first.madeAt().atZone(ZoneOffset.UTC).plus(VALIDITY).toInstant();
        List<String> resolvers = consortium.organisations().stream()
                .map(organisation -> organisation.address().host())
                .distinct()
                .toList();
        return new TrustFile(
                consortium,
                definitions,
                1,
                expires,
                new LedgerFacts(LedgerFacts.Kind.FABRIC, first.hash()),
                resolvers,
                Optional.empty());
    }
}
