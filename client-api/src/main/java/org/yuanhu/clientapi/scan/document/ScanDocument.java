package org.yuanhu.clientapi.scan.document;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.List;
import org.yuanhu.chaincode.attest.Notice;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.consortium.trust.LedgerFacts;

/**
 * A scan for a machine.
 *
 * @param verdict {@code recorded}, {@code checked}, {@code without-government} or {@code revocation-unknown}, see {@link Verdict}
 * @param ledger {@code single-machine} or {@code fabric}
 * @param label the label's path
 * @param notices what a buyer is to be told before anything else, the gravest first; see {@link Notice}
 * @param checked what was checked
 * @param notChecked what was not
 * @param endorsers MSP ids of the organisations that signed the attestation
 * @param leaf of the label, and what computes it beside label and attestation
 * @param names told with consent, with the salts that tie them to the attested digests
 * @param attestation exactly as it was signed
 */
public record ScanDocument(
        String format,
        String verdict,
        String ledger,
        String label,
        List<String> notices,
        List<String> checked,
        List<String> notChecked,
        List<String> endorsers,
        LeafInTree leaf,
        List<Name> names,
        @JsonRawValue String attestation) {

    /**
     * @param blind 16 bytes, hex
     * @param hash of the leaf
     * @param path from the leaf's neighbour up to the attested root (RFC 6962, 2.1.1)
     */
    record LeafInTree(String blind, String hash, List<String> path) {}

    /** A display name and the salt of its digest. */
    record Name(String household, String field, String value, String salt, String digest) {
        static Name of(Disclosure told) {
            return new Name(
                    told.household().value(),
                    told.field().value(),
                    told.value(),
                    told.salt().value(),
                    told.digest().value());
        }
    }

    public static ScanDocument of(Scan scan) {
        return new ScanDocument(
                "yuanhu-scan-v1",
                scan.verdict().text(),
                (scan.verdict().isOfNetwork() ? LedgerFacts.Kind.FABRIC : LedgerFacts.Kind.SINGLE_MACHINE).text(),
                scan.label().text(),
                scan.attestation().findings().notices().stream()
                        .map(Notice::toString)
                        .toList(),
                List.of("tag", "tree", "attestation", "recognition-now", "names"),
                notChecked(scan),
                scan.endorsers().stream()
                        .map(organisation -> organisation.msp().value())
                        .toList(),
                new LeafInTree(
                        scan.blind().value(),
                        scan.leaf().value(),
                        scan.path().stream().map(hash -> hash.value()).toList()),
                scan.names().stream().map(Name::of).toList(),
                scan.answer());
    }

    private static List<String> notChecked(Scan scan) {
        List<String> notChecked = new ArrayList<>(List.of(
                "item",
                scan.verdict().isOfNetwork() ? "signatures-by-yourself" : "independent-keys",
                "quantities-and-days",
                "payout"));
        if (!scan.withUnknownRevocations().isEmpty()) {
            notChecked.add("revocation");
        }
        return List.copyOf(notChecked);
    }
}
