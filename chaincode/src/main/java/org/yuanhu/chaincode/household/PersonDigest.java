package org.yuanhu.chaincode.household;

import java.util.List;
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

    /** Refuses a list that is unsorted or names a field twice: it would have no one canonical form. */
    static void mustBeInOrder(List<PersonDigest> digests) {
        for (int i = 1; i < digests.size(); i++) {
            if (digests.get(i - 1).field.value().compareTo(digests.get(i).field.value()) >= 0) {
                throw RefusedException.by(Rule.HH_12)
                        .with("name", digests.get(i).field.value())
                        .build();
            }
        }
    }
}
