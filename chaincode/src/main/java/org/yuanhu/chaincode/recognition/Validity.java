package org.yuanhu.chaincode.recognition;

import java.time.LocalDate;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** From one day to another, both included. */
public record Validity(LocalDate from, LocalDate to) implements Incoming {
    /** @throws RefusedException FM-33 it ends before it begins */
    @Override
    public void validate() {
        if (to.isBefore(from)) {
            throw RefusedException.by(Rule.FM_33)
                    .with("from", from.toString())
                    .with("to", to.toString())
                    .build();
        }
    }
}
