package org.yuanhu.clientapi.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.qrtools.secret.EncryptedSecret;
import org.yuanhu.qrtools.secret.SealedSecret;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The secrets of print runs, one small file each, forced to disk before anything is submitted or printed: a label whose secret is lost is
 * dead on its shelf. They do not live in the database, which may be emptied and built again.
 *
 * <p>Below the folder: {@code runs/{run}} holds one secret, a line encrypted under this server's key and a line sealed to each of the
 * other resolvers; {@code acts/{SHA-256 of the act id}} holds the run number an act was given, so that an act sent again after a
 * crash finishes the same run. A secret belongs to its run number and not to an act: if the act is refused, the next one may take
 * number and secret over.
 *
 * <p>Safe for use by several threads.
 */
public final class RunSecrets {
    private static final int OPENED = 500;

    private final Path runs;
    private final Path acts;
    private final ConsortiumId consortium;
    private final SecretKey key;
    private final List<PublicKey> others;
    private final SecureRandom random = new SecureRandom();
    private final Cache<RunNumber, RunSecret> opened =
            Caffeine.newBuilder().maximumSize(OPENED).executor(Runnable::run).build();

    /**
     * @param folder this store's own
     * @param key AES-256, this server's
     * @param others the resolvers' keys each new secret is sealed to, P-256; at least one
     */
    public RunSecrets(Path folder, ConsortiumId consortium, SecretKey key, List<PublicKey> others) {
        if (others.isEmpty()) {
            throw new IllegalStateException(
                    "A run secret must be sealed to at least one other organisation's resolver");
        }
        this.runs = DurableFile.secretFolder(folder.resolve("runs"));
        this.acts = DurableFile.secretFolder(folder.resolve("acts"));
        this.consortium = consortium;
        this.key = key;
        this.others = List.copyOf(others);
    }

    /** The secret of a run; if there is none, a new one, on disk when this returns. */
    public synchronized RunSecret ofRun(RunNumber run) {
        return find(run).orElseGet(() -> keep(run, RunSecret.random(random)));
    }

    /**
     * The secret of a run, if it is kept here.
     *
     * @throws RefusedException LB-08 it is kept here and cannot be opened
     */
    public Optional<RunSecret> find(RunNumber run) {
        RunSecret known = opened.getIfPresent(run);
        if (known != null) {
            return Optional.of(known);
        }
        Path file = fileOf(run);
        return Files.exists(file) ? Optional.of(remember(run, open(run, file))) : Optional.empty();
    }

    /** The run number an act was given here, if it was given one. */
    public Optional<RunNumber> runOf(ActId act) {
        Path file = fileOf(act);
        return Files.exists(file)
                ? Optional.of(new RunNumber(DurableFile.read(file).strip()))
                : Optional.empty();
    }

    /** Gives an act a run number; on disk when this returns. */
    public void give(ActId act, RunNumber run) {
        DurableFile.writeSecret(fileOf(act), run.value());
    }

    /** The secret of a run sealed to a resolver's key, for its organisation to take in; empty if it is not kept here. */
    public Optional<SealedSecret> export(RunNumber run, PublicKey resolver) {
        return find(run).map(secret -> SealedSecret.of(secret, consortium, run, resolver));
    }

    /**
     * Takes in a secret that was sealed to our resolver. One that is here already stays as it is.
     *
     * @throws RefusedException LB-08 it does not open with this key, is another consortium's, or another secret of this run is kept here
     */
    public synchronized void take(SealedSecret sealed, PrivateKey resolver) {
        RunSecret secret = sealed.open(resolver);
        boolean ours = sealed.consortium().equals(consortium);
        if (!ours || !find(sealed.run()).orElse(secret).equals(secret)) {
            throw RefusedException.by(Rule.LB_08)
                    .with("run", sealed.run().value())
                    .build();
        }
        if (find(sealed.run()).isEmpty()) {
            keep(sealed.run(), secret);
        }
    }

    private RunSecret keep(RunNumber run, RunSecret secret) {
        Stream<String> own = Stream.of(
                EncryptedSecret.of(secret, consortium, run, key, random).text());
        Stream<String> sealed = others.stream()
                .map(other -> SealedSecret.of(secret, consortium, run, other).text());
        DurableFile.writeSecret(fileOf(run), Stream.concat(own, sealed).collect(Collectors.joining("\n", "", "\n")));
        return remember(run, secret);
    }

    private RunSecret open(RunNumber run, Path file) {
        EncryptedSecret own = DurableFile.read(file)
                .lines()
                .findFirst()
                .map(EncryptedSecret::parse)
                .orElseThrow(() ->
                        RefusedException.by(Rule.LB_08).with("run", run.value()).build());
        if (!own.run().equals(run) || !own.consortium().equals(consortium)) {
            throw RefusedException.by(Rule.LB_08).with("run", run.value()).build();
        }
        return own.open(key);
    }

    private RunSecret remember(RunNumber run, RunSecret secret) {
        opened.put(run, secret);
        return secret;
    }

    private Path fileOf(RunNumber run) {
        return runs.resolve(run.value());
    }

    /** By digest: two act ids may differ in upper and lower case only, two files' names on some systems not. */
    private Path fileOf(ActId act) {
        return acts.resolve(Hash.sha256(act.value().getBytes(UTF_8)).value());
    }
}
