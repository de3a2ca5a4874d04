package org.yuanhu.consortium.issuing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yuanhu.consortium.RoleName;
import org.yuanhu.consortium.enrolment.IssuerMessage;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * An organisation's issuer: the one process on a network's host that reads the keys of its roles' authorities. It answers the
 * organisation's own server over a Unix domain socket that only their user may connect to, and certifies public keys; it never
 * sees a person's private key, and neither the root's nor the nodes' authority's.
 */
public final class Issuer implements AutoCloseable {
    private static final int WORKERS = 2;
    /** Who connects and says nothing is let go. */
    private static final long PATIENCE_SECONDS = 10;

    private final Identities identities;
    private final Path socket;
    private final Consumer<String> say;
    private final ServerSocketChannel listener;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor();

    /**
     * Listens.
     *
     * @param socket a path of at most 100 bytes in a folder that is only its owner's
     * @param say told each certificate and each refusal, without any key
     * @throws UncheckedIOException if the socket cannot be made
     */
    public Issuer(Identities identities, Path socket, Consumer<String> say) {
        this.identities = identities;
        this.socket = socket;
        this.say = say;
        try {
            DurableFile.closedFolder(
                    Objects.requireNonNull(socket.toAbsolutePath().getParent(), "a folder of its own"));
            Files.deleteIfExists(socket);
            listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + socket, e);
        }
    }

    /** Answers until it is closed. */
    public void serve() {
        while (listener.isOpen()) {
            try {
                SocketChannel asker = listener.accept();
                workers.execute(() -> answer(asker));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException e) {
                say.accept(Instant.now() + " a connection failed: " + e);
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        watchdog.shutdownNow();
        try {
            listener.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(SocketChannel asker) {
        var end = watchdog.schedule(() -> closeQuietly(asker), PATIENCE_SECONDS, TimeUnit.SECONDS);
        try (asker) {
            InputStream in = Channels.newInputStream(asker);
            OutputStream out = Channels.newOutputStream(asker);
            answerTo(IssuerMessage.read(in)).write(out);
        } catch (IOException e) {
            say.accept(Instant.now() + " an asker went: " + e.getMessage());
        } finally {
            end.cancel(false);
        }
    }

    private IssuerMessage answerTo(IssuerMessage question) {
        try {
            Map<String, String> answer = switch (question.word()) {
                case IssuerMessage.ENROL -> enrol(question);
                case IssuerMessage.RENEW -> chain(identities.renew(serial(question), key(question)));
                case IssuerMessage.REVOKE -> revoke(question);
                default -> throw new IllegalArgumentException("'" + question.word() + "': enrol, renew or revoke");
            };
            say.accept(Instant.now() + " " + question.word() + " "
                    + question.fields().getOrDefault("name", question.fields().getOrDefault("serial", "")));
            return new IssuerMessage(IssuerMessage.DONE, new TreeMap<>(answer));
        } catch (RefusedException refused) {
            return refusal(question, String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            return refusal(question, failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
    }

    private IssuerMessage refusal(IssuerMessage question, String why) {
        String line = why.lines().findFirst().orElse("");
        say.accept(Instant.now() + " refused to " + question.word() + ": " + line);
        return new IssuerMessage(IssuerMessage.REFUSED, new TreeMap<>(Map.of(IssuerMessage.REFUSED, line)));
    }

    private Map<String, String> enrol(IssuerMessage question) {
        Map<String, String> attributes = question.fields().entrySet().stream()
                .filter(field -> field.getKey().startsWith(IssuerMessage.ATTRIBUTE))
                .collect(Collectors.toMap(
                        field -> field.getKey().substring(IssuerMessage.ATTRIBUTE.length()), Map.Entry::getValue));
        UserRequest request = new UserRequest(
                new RoleName(question.field("role")),
                question.field("name"),
                question.fields().getOrDefault(IssuerMessage.PERSON, question.field("name")),
                attributes,
                Period.parse(question.field("validity")));
        return chain(identities.certify(request, key(question)));
    }

    private Map<String, String> revoke(IssuerMessage question) {
        identities.revokePerson(serial(question));
        return Map.of();
    }

    private static Map<String, String> chain(List<X509Certificate> certificates) {
        return Map.of(
                "chain", Base64.getEncoder().encodeToString(Pem.of(certificates).getBytes(StandardCharsets.US_ASCII)));
    }

    private static BigInteger serial(IssuerMessage question) {
        return new BigInteger(question.field("serial"), 16);
    }

    private static PublicKey key(IssuerMessage question) {
        try {
            byte[] encoded = Base64.getDecoder().decode(question.field("key"));
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            P256.publicKey(key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key: not a P-256 public key", e);
        }
    }

    private static void closeQuietly(SocketChannel asker) {
        try {
            asker.close();
        } catch (IOException e) {
            // it is being let go anyway
        }
    }
}
