package org.yuanhu.consortium.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.yuanhu.vocabulary.Hash;

/** What the next block names a block by, and what a trust file names a ledger by. */
public final class BlockHash {
    private BlockHash() {}

    /**
     * SHA-256 over DER {@code SEQUENCE {INTEGER number, OCTET STRING previous_hash, OCTET STRING data_hash}} (Fabric,
     * {@code protoutil/blockutils.go}).
     */
    public static Hash of(BlockHeader header) {
        ASN1EncodableVector fields = new ASN1EncodableVector(3);
        fields.add(new ASN1Integer(BigInteger.valueOf(header.getNumber())));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return Hash.sha256(new DERSequence(fields).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
