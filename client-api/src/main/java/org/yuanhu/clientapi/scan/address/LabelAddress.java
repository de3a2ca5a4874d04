package org.yuanhu.clientapi.scan.address;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * The label that a request's path stands for, in whatever spelling.
 *
 * <p>A label has one path, and hashes and proofs know no other. What shops, share links and older scanners make of it still
 * leads there: GS1's words for the keys ({@code /gtin/…/lot/…/ser/…}, GS1 Digital Link URI Syntax 1.1.1, section 4.3), a GTIN
 * written with 8, 12 or 13 digits, a slash too many. Percent-encoding and lower-case letters are nobody's spelling.
 *
 * @param path the label's one path
 * @param literal whether the request had exactly this path
 */
public record LabelAddress(LabelPath path, boolean literal) {
    private static final Map<String, String> KEYS = Map.of("gtin", "01", "lot", "10", "ser", "21");
    private static final Pattern SHORT_GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,13}");
    private static final int GTIN_DIGITS = 14;

    /**
     * Reads a path as it came over the wire, without its query.
     *
     * @throws RefusedException FM-20 no label's path in any spelling; FM-01 to FM-07 a part of it is wrong
     */
    public static LabelAddress read(String path) {
        List<String> parts =
                Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
        StringBuilder spelt = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean key = i % 2 == 0;
            spelt.append('/').append(key ? KEYS.getOrDefault(part, part) : i == 1 ? fourteen(part) : part);
        }
        LabelPath label = LabelPath.parse(spelt.toString());
        return new LabelAddress(label, label.text().equals(path));
    }

    private static String fourteen(String gtin) {
        return SHORT_GTIN.matcher(gtin).matches() ? "0".repeat(GTIN_DIGITS - gtin.length()) + gtin : gtin;
    }
}
