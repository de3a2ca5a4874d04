package org.yuanhu.vocabulary.label;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The salted digest of one private field: the channel holds it, so that a value told elsewhere can be checked. */
public final class FieldDigest {
    private FieldDigest() {}

    /**
     * SHA-256({@code yuanhu-field-v1\n{household}\n{field}\n} ‖ salt ‖ UTF-8 of the value in NFC).
     *
     * @throws RefusedException FM-27 half a surrogate pair in the value, which has no UTF-8 form; the value is not repeated
     */
    public static Hash of(HouseholdId household, FieldName field, Salt salt, String value) {
        if (!UTF_8.newEncoder().canEncode(value)) {
            throw RefusedException.by(Rule.FM_27).with("field", field.value()).build();
        }
        String words = "yuanhu-field-v1\n" + household.value() + "\n" + field.value() + "\n";
        String normal = Normalizer.normalize(value, Normalizer.Form.NFC);
        return Hash.sha256(words.getBytes(US_ASCII), salt.bytes(), normal.getBytes(UTF_8));
    }
}
