package org.yuanhu.clientapi.user;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.RoleName;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.consortium.enrolment.EnrolmentUnavailableException;
import org.yuanhu.consortium.enrolment.Renewal;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * Each user's certificate and private key, one encrypted PKCS#12 file a user ({@code wallets/NAME.p12}); its password is derived
 * from the server's master key.
 */
@Component
public final class Wallets {
    private static final String ALIAS = "identity";

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Wallets.class);

    private final Path folder;
    private final ServerKeys keys;
    private final Enrolment enrolment;
    private final InstantSource clock;
    private final Map<String, UserIdentity> opened = new ConcurrentHashMap<>();
    /** Whose certificates are of before persons were named in them: the ledger takes no act under one. */
    private final Set<String> nameless = ConcurrentHashMap.newKeySet();

    private final Map<String, Instant> triedToRenew = new ConcurrentHashMap<>();

    @Autowired
    Wallets(Home home, ServerKeys keys, Enrolment enrolment) {
        this(home, keys, enrolment, InstantSource.system());
    }

    Wallets(Home home, ServerKeys keys, Enrolment enrolment, InstantSource clock) {
        this.folder = home.folder("wallets");
        this.keys = keys;
        this.enrolment = enrolment;
        this.clock = clock;
    }

    /**
     * The user's identity; empty for one who has none, such as an administrator of this server alone. In the last 60 days of its
     * certificate it is renewed first, under the same person, and at once if the certificate names none yet; where that cannot be done it is what it was.
     */
    public Optional<UserIdentity> find(String name) {
        return open(name).map(identity -> isDue(name, identity) ? renewed(name) : identity);
    }

    private boolean isDue(String name, UserIdentity identity) {
        Instant now = clock.instant();
        Instant tried = triedToRenew.getOrDefault(name, Instant.MIN);
        return (nameless.contains(name) || Renewal.isDue(identity.certificate(), now))
                && (tried.equals(Instant.MIN) || !now.isBefore(tried.plus(BETWEEN_TRIES)));
    }

    private synchronized UserIdentity renewed(String name) {
        UserIdentity current = open(name).orElseThrow();
        if (!isDue(name, current)) {
            return current; // somebody else's request has done it
        }
        triedToRenew.put(name, clock.instant());
        try {
            UserIdentity renewed = enrolment.renew(current);
            keep(name, renewed);
            LOG.info("Renewed the certificate of {}", current);
            return renewed;
        } catch (EnrolmentUnavailableException | IllegalArgumentException failure) {
            LOG.warn(
                    "The certificate of {} ends {} and cannot be renewed: {}",
                    current,
                    current.certificate().getNotAfter().toInstant(),
                    failure.getMessage());
            return current;
        }
    }

    private Optional<UserIdentity> open(String name) {
        UserIdentity known = opened.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        UserIdentity read = read(file, name);
        remember(name, read);
        return Optional.of(read);
    }

    /**
     * Keeps an identity under the user's name, instead of an earlier one.
     *
     * @throws IllegalArgumentException it is of an organisation whose keys are not here
     */
    public void keep(String name, UserIdentity identity) {
        ours(identity);
        char[] password = keys.password("wallet/" + name);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            DurableFile.writeSecret(file(name), bytes.toByteArray());
            remember(name, identity);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the wallet of " + name, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make the wallet of " + name, e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private void remember(String name, UserIdentity identity) {
        opened.put(name, identity);
        if (FabricAttributes.of(identity.certificate()).containsKey(FabricAttributes.PERSON)) {
            nameless.remove(name);
        } else {
            nameless.add(name);
        }
    }

    private UserIdentity read(Path file, String name) {
        char[] password = keys.password("wallet/" + name);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            Certificate[] chain = store.getCertificateChain(ALIAS);
            if (chain == null || !(store.getKey(ALIAS, password) instanceof PrivateKey key)) {
                throw new IllegalStateException("No identity in the wallet of " + name);
            }
            return identity(name, chain, key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the wallet of " + name, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot open the wallet of " + name, e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** The organisation is the one the consortium binds the certificate's role to. */
    private UserIdentity identity(String name, Certificate[] chain, PrivateKey key) {
        var certificates = Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        String role = FabricAttributes.of(certificates.get(0)).get(FabricAttributes.ROLE);
        if (role == null) {
            throw new IllegalStateException("The certificate in the wallet of " + name + " names no role");
        }
        MspId msp = enrolment.consortium().role(new RoleName(role)).msp();
        return ours(new UserIdentity(msp, name, certificates, key));
    }

    /** On a network a server acts for its own organisation and for nobody else. */
    private UserIdentity ours(UserIdentity identity) {
        if (!enrolment.organisations().contains(identity.msp())) {
            throw new IllegalArgumentException("The certificate of " + identity.name() + " is of " + identity.msp()
                    + "; this server takes those of " + enrolment.organisations() + " only");
        }
        return identity;
    }

    private Path file(String name) {
        return folder.resolve(UserNames.require(name) + ".p12");
    }
}
