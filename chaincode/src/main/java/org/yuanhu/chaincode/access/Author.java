package org.yuanhu.chaincode.access;

import java.util.Optional;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/**
 * Who did an act, as their certificate says.
 *
 * @param msp the organisation's MSP id
 * @param role the role the certificate carries
 * @param cooperative the cooperative a cooperative's role acts for
 * @param region the region an officer's role acts in
 * @param holder of the person the certificate names ({@link org.yuanhu.vocabulary.id.PersonId#holder}), the same for all certificates of
 *     one person, so that "another person" is judged by it; in acts of before, when certificates named none, SHA-256 of the Fabric client id
 *     (subject and issuer)
 * @param certificate SHA-256 of the certificate's DER
 */
public record Author(
        String msp,
        Role role,
        Optional<CreditCode> cooperative,
        Optional<RegionCode> region,
        Hash holder,
        Hash certificate) {}
