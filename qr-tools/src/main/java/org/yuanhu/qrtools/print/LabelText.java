package org.yuanhu.qrtools.print;

import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;

/**
 * What a label says of its goods, the same on every label of a run.
 *
 * @param product the product's name
 * @param cooperative the cooperative's name
 */
public record LabelText(String product, String cooperative) {
    private static final int CHARACTERS = 120;

    /** @throws Refused LB-10 empty, or longer than any label holds */
    public LabelText {
        mustBeShort("product", product);
        mustBeShort("cooperative", cooperative);
    }

    private static void mustBeShort(String field, String text) {
        if (text.isBlank() || text.length() > CHARACTERS) {
            throw Refused.of(Rule.LB_10, "field", field, "value", text);
        }
    }
}
