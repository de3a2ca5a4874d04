package org.yuanhu.chaincode.category;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The days in which a household was of a category.
 *
 * @param to the last day; absent while it lasts
 */
public record CategoryPeriod(Category category, LocalDate from, Optional<LocalDate> to) implements Incoming {
    /** Periods of one household. */
    public static final int MOST = 16;

    /** @throws RefusedException FM-33 it ends before it begins */
    @Override
    public void validate() {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw RefusedException.by(Rule.FM_33)
                    .with("from", from.toString())
                    .with("to", to.get().toString())
                    .build();
        }
    }

    /** The categories a household was of on a day, each once, in the order of {@link Category}; empty if it was of none. */
    public static List<Category> on(LocalDate day, List<CategoryPeriod> periods) {
        return periods.stream()
                .filter(period -> period.includes(day))
                .map(CategoryPeriod::category)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean includes(LocalDate day) {
        return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
    }
}
