package org.yuanhu.clientapi.scan.resolver;

import java.util.List;
import java.util.Optional;
import org.yuanhu.clientapi.ledger.connection.MspDefinitions;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.qrtools.verify.AttestationVerifier;
import org.yuanhu.qrtools.verify.Trust;

/** Verifies by the organisations' authorities and revocation lists as they are now; made anew only when one of them changed. */
public final class CurrentTrust {
    private final Consortium consortium;
    private final MspDefinitions mspDefinitions;
    private volatile Optional<Known> last = Optional.empty();

    private record Known(List<MspDefinition> definitions, AttestationVerifier verifier) {}

    public CurrentTrust(Consortium consortium, MspDefinitions mspDefinitions) {
        this.consortium = consortium;
        this.mspDefinitions = mspDefinitions;
    }

    AttestationVerifier verifier() {
        List<MspDefinition> now =
                consortium.members().stream().map(mspDefinitions::of).toList();
        Optional<Known> known = last;
        if (known.isPresent() && known.get().definitions().equals(now)) {
            return known.get().verifier();
        }
        AttestationVerifier verifier = new AttestationVerifier(Trust.of(consortium, now));
        last = Optional.of(new Known(now, verifier));
        return verifier;
    }
}
