package org.yuanhu.chaincode.recognition;

import java.time.LocalDate;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** From one day to another, both included. */
public record Validity(LocalDate from, LocalDate to) implements Incoming {
    /** From a day to the eve of the same day so many years later, at most. */
    static final int MOST_YEARS = 3;

    /** @throws RefusedException FM-33 it ends before it begins, RC-13 it is longer than {@link #MOST_YEARS} years */
    @Override
    public void validate() {
        if (to.isBefore(from)) {
            throw RefusedException.by(Rule.FM_33)
                    .with("from", from.toString())
                    .with("to", to.toString())
                    .build();
        }
        LocalDate last = from.plusYears(MOST_YEARS).minusDays(1);
        if (to.isAfter(last)) {
            throw RefusedException.by(Rule.RC_13)
                    .with("from", from.toString())
                    .with("to", to.toString())
                    .with("years", MOST_YEARS)
                    .with("last", last.toString())
                    .build();
        }
    }

    /**
     * Refuses a first day before the one on which it is granted.
     *
     * @throws RefusedException RC-14
     */
    void mustNotBeginBefore(LocalDate today) {
        if (from.isBefore(today)) {
            throw RefusedException.by(Rule.RC_14)
                    .with("from", from.toString())
                    .with("today", today.toString())
                    .build();
        }
    }
}
