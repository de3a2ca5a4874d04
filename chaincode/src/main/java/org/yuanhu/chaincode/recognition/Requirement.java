package org.yuanhu.chaincode.recognition;

import java.util.List;
import java.util.Optional;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.rule.Limits;

/**
 * What a scheme wants of goods that carry its recognition.
 *
 * @param leastShare the least share of a batch that counts as recognised, in thousandths of its weight, 0 to 1000; 1000 where absent
 * @param categories of households whose recognised goods count; where absent, all recognised goods do
 */
public record Requirement(Optional<Integer> leastShare, Optional<List<Category>> categories) implements Incoming {
    /** What a scheme that says nothing wants: recognised goods and nothing else. */
    public static final Requirement STRICT = new Requirement(Optional.empty(), Optional.empty());

    private static final int WHOLE = 1_000;

    /** At least so many thousandths, from households of some categories. */
    public static Requirement of(int leastShare, List<Category> categories) {
        return new Requirement(Optional.of(leastShare), Optional.of(List.copyOf(categories)));
    }

    /** @throws org.yuanhu.vocabulary.rule.RefusedException FM-26, FM-29 */
    @Override
    public void validate() {
        if (leastShare.isPresent()) {
            FieldRules.mustBeAtLeast("leastShare", leastShare.get(), 0);
            Limits.mustHold("leastShare", leastShare.get(), WHOLE);
        }
        if (categories.isPresent()) {
            FieldRules.mustHaveSome("categories", categories.get(), Category.values().length);
        }
    }

    /** The least share in thousandths, said or not. */
    public int perMille() {
        return leastShare.orElse(WHOLE);
    }

    /** Whether recognised goods count of a household that was of these categories at once. */
    public boolean counts(List<Category> ofHousehold) {
        return categories.isEmpty() || categories.get().stream().anyMatch(ofHousehold::contains);
    }
}
