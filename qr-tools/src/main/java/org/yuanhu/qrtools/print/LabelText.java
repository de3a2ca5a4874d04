package org.yuanhu.qrtools.print;

import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * What a label says of its goods, the same on every label of a run.
 *
 * @param product the product's name
 * @param cooperative the cooperative's name
 */
public record LabelText(String product, String cooperative) {
    private static final int CHARACTERS = 120;

    /** @throws RefusedException LB-10 empty, or longer than any label holds */
    public LabelText {
        mustBeShort("product", product);
        mustBeShort("cooperative", cooperative);
    }

    private static void mustBeShort(String field, String text) {
        if (text.isBlank() || text.length() > CHARACTERS) {
            throw RefusedException.by(Rule.LB_10)
                    .with("field", field)
                    .with("value", text)
                    .build();
        }
    }
}
