package org.yuanhu.chaincode.household;

import java.util.List;
import org.yuanhu.chaincode.act.Words;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The salted digest of one field of a household's private record, which says nothing of the field's value.
 *
 * @param field such as {@code displayName}
 * @param digest as {@link org.yuanhu.vocabulary.label.FieldDigest} computes it
 */
public record PersonDigest(FieldName field, Hash digest) {
    /** Fields of one private record. */
    public static final int MOST = 16;

    /** Refuses a list that is empty, too long, unsorted or names a field twice: it would have no one canonical form. */
    static List<PersonDigest> inOrder(List<PersonDigest> digests) {
        List<PersonDigest> some = Words.some("digests", digests, MOST);
        for (int i = 1; i < some.size(); i++) {
            if (some.get(i - 1).field.value().compareTo(some.get(i).field.value()) >= 0) {
                throw RefusedException.by(Rule.HH_12)
                        .with("name", some.get(i).field.value())
                        .build();
            }
        }
        return some;
    }
}
