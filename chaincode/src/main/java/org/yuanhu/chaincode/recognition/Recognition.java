package org.yuanhu.chaincode.recognition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Days;

/**
 * The recognition of a product of one cooperative made from one county's goods.
 *
 * @param status how far it has come
 * @param taken how many steps of the scheme were taken
 * @param step the name of the last step taken
 * @param validity its days in force, once granted
 * @param revocation why and when it was revoked, if it was
 */
@Format("yuanhu-recognition-v1")
public record Recognition(
        RecognitionId id,
        SchemeId scheme,
        Gtin gtin,
        CreditCode cooperative,
        RegionCode county,
        Stage status,
        int taken,
        Optional<String> step,
        @JsonUnwrapped Optional<Validity> validity,
        @JsonUnwrapped Optional<Revocation> revocation) {

    static Recognition applied(Apply act) {
        return new Recognition(
                act.recognition(),
                act.scheme(),
                act.gtin(),
                act.cooperative(),
                act.county(),
                Stage.APPLIED,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Recognition advanced(String toStep, Optional<Validity> granted) {
        return new Recognition(
                id,
                scheme,
                gtin,
                cooperative,
                county,
                granted.isPresent() ? Stage.GRANTED : Stage.IN_PROGRESS,
                taken + 1,
                Optional.of(toStep),
                granted,
                revocation);
    }

    Recognition revoked(String because, Instant at) {
        return new Recognition(
                id,
                scheme,
                gtin,
                cooperative,
                county,
                Stage.REVOKED,
                taken,
                step,
                validity,
                Optional.of(new Revocation(because, at)));
    }

    /**
     * The next step of its scheme.
     *
     * @throws RefusedException RC-08 it is granted, RC-09 it was revoked
     */
    Step next(Scheme of) {
        mustNotBeRevoked();
        if (status == Stage.GRANTED) {
            throw RefusedException.by(Rule.RC_08)
                    .with("recognition", id.value())
                    .build();
        }
        return of.steps().get(taken);
    }

    /** @throws RefusedException RC-09 */
    void mustNotBeRevoked() {
        if (status == Stage.REVOKED) {
            throw RefusedException.by(Rule.RC_09)
                    .with("recognition", id.value())
                    .with("reason", revocation.map(Revocation::reason).orElse(""))
                    .build();
        }
    }

    /** How it stands at an instant, by the day in China. */
    public Standing standing(Instant at) {
        if (status == Stage.REVOKED) {
            return Standing.REVOKED;
        }
        LocalDate today = Days.at(at);
        if (validity.isEmpty() || today.isBefore(validity.get().from())) {
            return Standing.NOT_YET;
        }
        return today.isAfter(validity.get().to()) ? Standing.EXPIRED : Standing.IN_FORCE;
    }
}
