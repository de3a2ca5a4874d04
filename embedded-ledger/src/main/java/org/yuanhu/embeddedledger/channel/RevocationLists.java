package org.yuanhu.embeddedledger.channel;

import java.security.cert.X509CRL;
import java.util.Collection;
import java.util.List;

/** Where an organisation's revocation lists are found. */
@FunctionalInterface
public interface RevocationLists {
    /** The lists as of now; the same object as before as long as nothing has changed. Asked at every request. */
    List<X509CRL> current();

    /** Lists that stay as they are. */
    static RevocationLists of(Collection<X509CRL> lists) {
        List<X509CRL> copy = List.copyOf(lists);
        return () -> copy;
    }
}
