package org.yuanhu.chaincode.recognition;

import java.time.LocalDate;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/** From one day to another, both included. */
public record Validity(LocalDate from, LocalDate to) {
    /** @throws Refused FM-33 it ends before it begins */
    public Validity {
        if (to.isBefore(from)) {
            throw Refused.of(Rule.FM_33, "from", from.toString(), "to", to.toString());
        }
    }
}
