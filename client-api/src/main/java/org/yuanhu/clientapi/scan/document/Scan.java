package org.yuanhu.clientapi.scan.document;

import java.util.List;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.qrtools.verify.Doubt;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.label.Blind;
import org.yuanhu.vocabulary.label.LabelPath;

/**
 * A label that passed every check: what was asked, what the ledger attested, and how the label hangs together with it.
 *
 * @param label the label that was scanned
 * @param attestation what the organisations answered, read
 * @param answer the same as they signed it
 * @param verdict how far it may be believed
 * @param endorsers who signed it, at least as many as the policy asks, in the consortium's order
 * @param doubts what keeps it from being proof
 * @param blind the secret part of the label's leaf, by which anybody can compute it
 * @param leaf the label's leaf
 * @param path from the leaf to the attested root
 * @param names display names told with consent, each checked against its attested digest
 */
public record Scan(
        LabelPath label,
        Attestation attestation,
        String answer,
        Verdict verdict,
        List<Organisation> endorsers,
        List<Doubt> doubts,
        Blind blind,
        Hash leaf,
        List<Hash> path,
        List<Disclosure> names) {
    public Scan {
        endorsers = List.copyOf(endorsers);
        doubts = List.copyOf(doubts);
        path = List.copyOf(path);
        names = List.copyOf(names);
    }

    /** The organisations among {@link #endorsers} of whose keys it is not known whether one was taken back lately. */
    public List<Organisation> withUnknownRevocations() {
        return endorsers.stream()
                .filter(organisation -> doubts.stream()
                        .anyMatch(doubt -> doubt instanceof Doubt.RevocationUnknown unknown
                                && unknown.msp().equals(organisation.msp())))
                .toList();
    }
}
