package org.yuanhu.consortium.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.P256;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * Asks an organisation's issuer, a process of its own on the same host, over a Unix domain socket in the organisation's
 * folder. This side never reads an authority's key.
 */
public final class IssuerClient implements Enrolment {
    private final Path socket;
    private final Consortium consortium;
    private final MspId msp;

    /**
     * Nothing is connected yet: the issuer is asked when there is something to ask.
     *
     * @param socket where it listens
     * @param msp whose issuer it is
     * @throws IllegalArgumentException if the organisation is not in the consortium
     */
    public IssuerClient(Path socket, Consortium consortium, MspId msp) {
        this.socket = socket;
        this.consortium = consortium;
        this.msp = consortium.organisation(msp).msp();
    }

    @Override
    public Consortium consortium() {
        return consortium;
    }

    @Override
    public Set<MspId> organisations() {
        return Set.of(msp);
    }

    @Override
    public UserIdentity enrol(UserRequest request) {
        request.requireRole(consortium);
        KeyPair keys = P256.newKeyPair();
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("role", request.role().value());
        fields.put("name", request.name());
        fields.put(IssuerMessage.PERSON, request.person());
        fields.put("validity", request.validity().toString());
        fields.put("key", text(keys.getPublic()));
        request.attributes().forEach((name, value) -> fields.put(IssuerMessage.ATTRIBUTE + name, value));
        return certified(request.name(), keys, ask(IssuerMessage.ENROL, fields));
    }

    @Override
    public UserIdentity renew(UserIdentity current) {
        KeyPair keys = P256.newKeyPair();
        IssuerMessage answer =
                ask(IssuerMessage.RENEW, Map.of("serial", serial(current), "key", text(keys.getPublic())));
        return certified(current.name(), keys, answer);
    }

    @Override
    public void revoke(UserIdentity person) {
        ask(IssuerMessage.REVOKE, Map.of("serial", serial(person)));
    }

    private UserIdentity certified(String name, KeyPair keys, IssuerMessage answer) {
        String chain = new String(Base64.getDecoder().decode(answer.field("chain")), StandardCharsets.US_ASCII);
        List<X509Certificate> certificates = Pem.certificates(chain);
        if (certificates.isEmpty() || !certificates.get(0).getPublicKey().equals(keys.getPublic())) {
            throw new IllegalStateException("the issuer of " + msp + " certified another key");
        }
        return new UserIdentity(msp, name, certificates, keys.getPrivate());
    }

    private IssuerMessage ask(String word, Map<String, String> fields) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            OutputStream out = Channels.newOutputStream(channel);
            InputStream in = Channels.newInputStream(channel);
            new IssuerMessage(word, new TreeMap<>(fields)).write(out);
            IssuerMessage answer = IssuerMessage.read(in);
            if (!answer.word().equals(IssuerMessage.DONE)) {
                throw new IllegalArgumentException(answer.field(IssuerMessage.REFUSED));
            }
            return answer;
        } catch (IOException e) {
            throw new EnrolmentUnavailableException(
                    "the issuer of " + msp + " does not answer at " + socket + "; start it (yuanhu-issuer): "
                            + e.getMessage(),
                    e);
        }
    }

    private static String serial(UserIdentity identity) {
        return identity.certificate().getSerialNumber().toString(16);
    }

    private static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
