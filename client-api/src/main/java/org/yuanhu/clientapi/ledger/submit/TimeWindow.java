package org.yuanhu.clientapi.ledger.submit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A proposal that a Fabric peer refused because its timestamp is too far from the peer's clock.
 *
 * @param made the proposal's timestamp, as the peer wrote it
 * @param peer what the peer's clock said
 * @param window how far apart the two may be
 */
public record TimeWindow(String made, String peer, String window) {
    /** As Fabric's {@code core/handlers/auth/filter/timewindow.go} writes it. */
    private static final Pattern REFUSAL = Pattern.compile(
            "incorrect timestamp (\\S+), peer time (\\S+), peer\\.authentication\\.timewindow ([0-9a-z.]+)");

    /** The refusal in a message, wherever in it; empty if there is none. */
    public static Optional<TimeWindow> in(String message) {
        Matcher refusal = REFUSAL.matcher(message);
        return refusal.find()
                ? Optional.of(new TimeWindow(refusal.group(1), refusal.group(2), refusal.group(3)))
                : Optional.empty();
    }

    /** The same by the rule that the single-machine ledger refuses it by. */
    RefusedException refused() {
        return RefusedException.by(Rule.LG_06)
                .with("made", made)
                .with("window", window)
                .with("now", peer)
                .build();
    }
}
