package org.yuanhu.consortium.enrolment;

import java.util.Set;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * Certifies people. Key pairs are made by who asks and go no further; who answers has authorities' keys, and may be another
 * process (see {@link IssuerClient}).
 */
public interface Enrolment {

    /** The consortium whose roles are granted. */
    Consortium consortium();

    /** The organisations whose people are certified here. */
    Set<MspId> organisations();

    /**
     * Makes a key pair and has it certified by the authority of the role. The private key is in the answer and nowhere else.
     *
     * @throws IllegalArgumentException if the role is unknown or not granted here, or the attributes are not exactly those the
     *     role's scope needs
     * @throws org.yuanhu.vocabulary.rule.RefusedException if the region or credit code is none
     * @throws EnrolmentUnavailableException if who holds the authorities' keys does not answer
     */
    UserIdentity enrol(UserRequest request);

    /**
     * Makes another key pair for the same person: same subject, issuer and attributes, valid from now on for as long as the
     * first was. The earlier certificate stays valid until its own end.
     *
     * @throws IllegalArgumentException if no authority here issued the certificate, or it was revoked
     * @throws EnrolmentUnavailableException if who holds the authorities' keys does not answer
     */
    UserIdentity renew(UserIdentity current);

    /**
     * Revokes a person's certificate and every other one of the same person. Again is no change.
     *
     * @throws IllegalArgumentException if no authority here issued it
     * @throws EnrolmentUnavailableException if who holds the authorities' keys does not answer
     */
    void revoke(UserIdentity person);
}
