package org.yuanhu.benchmarks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The least a durable, signed act can cost: the client's signatures and their checks, the organisations' signatures, and one write of
 * as many bytes, synced together with whoever else waits. No protocol, no rules, no state.
 */
final class SignedWrites implements AutoCloseable {
    private static final int MOST_IN_A_GROUP = 500;
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");

    private final int clientSignatures;
    private final int endorsements;
    private final int bytes;
    private final AsymmetricCipherKeyPair key;
    private final RocksDB database;
    private final AtomicLong number = new AtomicLong();
    private final LinkedBlockingQueue<Write> queue = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::write, "baseline-writer");
    private volatile boolean closed;

    private record Write(String id, CompletableFuture<@Nullable Void> durable) {}

    /**
     * @param clientSignatures made by the client and checked by the ledger, per act
     * @param endorsements signatures of organisations, per act
     * @param bytes written, per act
     */
    SignedWrites(Path folder, int clientSignatures, int endorsements, int bytes) throws RocksDBException {
        this.clientSignatures = clientSignatures;
        this.endorsements = endorsements;
        this.bytes = bytes;
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(new ECDomainParameters(CURVE), new SecureRandom()));
        key = generator.generateKeyPair();
        database = RocksDB.open(new Options().setCreateIfMissing(true), folder.toString());
        writer.setDaemon(true);
        writer.start();
    }

    /** One act, from its first signature until it is on disk. */
    void act() throws GeneralSecurityException {
        String id = "act-" + number.incrementAndGet();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < clientSignatures; i++) {
            BigInteger[] signature = sign(digest);
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, key.getPublic());
            if (!verifier.verifySignature(digest, signature[0], signature[1])) {
                throw new IllegalStateException("A signature that was just made does not verify");
            }
        }
        for (int i = 0; i < endorsements; i++) {
            sign(digest);
        }
        CompletableFuture<@Nullable Void> durable = new CompletableFuture<>();
        queue.add(new Write(id, durable));
        durable.join();
    }

    private BigInteger[] sign(byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key.getPrivate());
        return signer.generateSignature(digest);
    }

    private void write() {
        byte[] value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        List<Write> group = new ArrayList<>();
        try (WriteOptions synced = new WriteOptions().setSync(true)) {
            while (!closed) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, MOST_IN_A_GROUP - 1);
                try (WriteBatch batch = new WriteBatch()) {
                    for (Write write : group) {
                        batch.put(write.id.getBytes(StandardCharsets.UTF_8), value);
                    }
                    database.write(synced, batch);
                }
                group.forEach(write -> write.durable.complete(null));
            }
        } catch (RocksDBException e) {
            group.forEach(write -> write.durable.completeExceptionally(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the writer, which is waiting for the next act, and closes the database after it. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join();
            database.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
