package org.yuanhu.vocabulary.label;

import java.util.Arrays;
import java.util.Locale;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** What a label is stuck on. */
public enum LabelClass {
    /** One item as sold. */
    UNIT,
    /** A case of items. */
    CASE,
    /** A voucher handed out with goods. */
    VOUCHER;

    /** The class as written in every document and hashed: {@code unit}, {@code case} or {@code voucher}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The class written so.
     *
     * @throws RefusedException FM-18
     */
    public static LabelClass parse(String text) {
        return Arrays.stream(values())
                .filter(labelClass -> labelClass.text().equals(text))
                .findFirst()
                .orElseThrow(() -> Form.refused(Rule.FM_18, "class", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
