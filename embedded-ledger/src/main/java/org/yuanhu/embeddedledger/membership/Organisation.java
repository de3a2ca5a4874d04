package org.yuanhu.embeddedledger.membership;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.yuanhu.embeddedledger.channel.Member;
import org.yuanhu.embeddedledger.channel.RevocationLists;

/** The certificates and revocation lists of one organisation. */
final class Organisation {
    private static final System.Logger LOG = System.getLogger(Organisation.class.getName());
    private static final int MAX_DEPTH = 8;

    private final String mspId;
    private final List<X509Certificate> roots;
    private final List<X509Certificate> authorities;
    private volatile RevocationLists source;
    private List<X509CRL> seen = List.of();
    private List<X509CRL> verified = List.of();

    Organisation(Member member) {
        mspId = member.mspId();
        roots = member.roots();
        authorities = new ArrayList<>(member.intermediates());
        authorities.addAll(roots);
        source = member.revocations();
        seen = source.current();
        verified = verified(seen);
    }

    /** Puts new lists in place of where they were found before, for every request from now on. */
    void replaceCrls(Collection<X509CRL> lists) {
        verified(lists);
        source = RevocationLists.of(lists);
    }

    /** The lists as of now; ones that no CA here has signed change nothing. */
    private synchronized List<X509CRL> crls() {
        List<X509CRL> now = source.current();
        if (!now.equals(seen)) {
            seen = now;
            try {
                verified = verified(now);
            } catch (IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "{0}; those before hold", e.getMessage());
            }
        }
        return verified;
    }

    private List<X509CRL> verified(Collection<X509CRL> lists) {
        for (X509CRL list : lists) {
            if (authorities.stream().noneMatch(authority -> issued(authority, list))) {
                throw new IllegalArgumentException("a revocation list of " + mspId + " is signed by none of its CAs: "
                        + list.getIssuerX500Principal());
            }
        }
        return List.copyOf(lists);
    }

    private static boolean issued(X509Certificate authority, X509CRL list) {
        if (!authority.getSubjectX500Principal().equals(list.getIssuerX500Principal())) {
            return false;
        }
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The chain from a user's certificate to a root, both included; empty if there is none. */
    List<X509Certificate> chain(X509Certificate certificate) {
        if (certificate.getBasicConstraints() >= 0) {
            return List.of(); // Fabric refuses a CA's certificate as an identity
        }
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        return extend(chain) ? chain : List.of();
    }

    private boolean extend(List<X509Certificate> chain) {
        X509Certificate last = chain.get(chain.size() - 1);
        if (roots.contains(last)) {
            return true;
        }
        if (chain.size() > MAX_DEPTH) {
            return false;
        }
        int authoritiesBelow = chain.size() - 1;
        for (X509Certificate authority : authorities) {
            if (!chain.contains(authority) && issues(authority, last, authoritiesBelow)) {
                chain.add(authority);
                if (extend(chain)) {
                    return true;
                }
                chain.remove(chain.size() - 1);
            }
        }
        return false;
    }

    private static boolean issues(X509Certificate authority, X509Certificate certificate, int authoritiesBelow) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        boolean[] usage = authority.getKeyUsage();
        boolean maySign = usage == null || usage[5]; // keyCertSign
        if (!authority.getSubjectX500Principal().equals(issuer)
                || authority.getBasicConstraints() < authoritiesBelow
                || !maySign) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    boolean revoked(X509Certificate certificate) {
        for (X509CRL list : crls()) {
            if (list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                    && list.getRevokedCertificate(certificate.getSerialNumber()) != null) {
                return true;
            }
        }
        return false;
    }
}
