package org.yuanhu.qrtools.link;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Where a label's address leads: scheme and host. It is configuration and no part of any hash, so a label outlives its host.
 *
 * @param value such as {@code https://yuanhu.example}, without a slash at the end
 */
public record Origin(String value) {
    private static final String NAME = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern HTTPS = Pattern.compile("https://" + NAME + "(?:\\." + NAME + ")+");
    private static final Pattern DEMO = Pattern.compile("http://[a-z0-9.-]{1,253}(?::[1-9][0-9]{0,4})?");
    private static final int CHARACTERS = 120;

    /**
     * Takes the https origin of a consortium, and http on a chosen address for a demo on one machine.
     *
     * @throws RefusedException FM-24
     */
    public Origin {
        boolean formed = HTTPS.matcher(value).matches() || DEMO.matcher(value).matches();
        if (!formed || value.length() > CHARACTERS) {
            throw RefusedException.by(Rule.FM_24)
                    .with("field", "origin")
                    .with("value", value)
                    .build();
        }
    }

    /**
     * The same, but https only.
     *
     * @throws RefusedException FM-24
     */
    public static Origin https(String value) {
        if (!HTTPS.matcher(value).matches()) {
            throw RefusedException.by(Rule.FM_24)
                    .with("field", "origin")
                    .with("value", value)
                    .build();
        }
        return new Origin(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
