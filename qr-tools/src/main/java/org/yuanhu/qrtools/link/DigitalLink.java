package org.yuanhu.qrtools.link;

import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The text of a label's symbol: a GS1 Digital Link of an origin and a label path, and nothing else. */
public record DigitalLink(Origin origin, LabelPath path) {

    /**
     * Reads what a scanner read, strictly; which origins are ours is for the caller to say.
     *
     * @throws RefusedException FM-24 no origin of ours could look so, FM-20 no label path, FM-01 to FM-07 a part is wrong
     */
    public static DigitalLink parse(String text) {
        int host = text.indexOf("://");
        int path = host < 0 ? -1 : text.indexOf('/', host + 3);
        if (path < 0) {
            throw RefusedException.by(Rule.FM_24)
                    .with("field", "label")
                    .with("value", text)
                    .build();
        }
        return new DigitalLink(new Origin(text.substring(0, path)), LabelPath.parse(text.substring(path)));
    }

    /** The text as it is printed. */
    public String text() {
        return origin.value() + path.text();
    }

    @Override
    public String toString() {
        return text();
    }
}
