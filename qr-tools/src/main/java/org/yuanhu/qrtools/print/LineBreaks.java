package org.yuanhu.qrtools.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks a name into as few lines as hold it, about equally long: between Chinese characters, else after spaces, else within a word. */
final class LineBreaks {
    /** Not at the start of a line: closing brackets and marks. */
    private static final String NOT_FIRST = "）」』】》〉、，。；：！？·)]},.;:!?%";
    /** Not at the end of a line. */
    private static final String NOT_LAST = "（「『【《〈([{";

    private LineBreaks() {}

    static List<String> of(String text, double room, ToDoubleFunction<String> width) {
        String whole = text.strip();
        List<String> fewest = greedy(whole, room, width);
        double narrower = width.applyAsDouble(whole) / fewest.size();
        for (double tried = narrower; tried < room; tried += room / 40) { // the narrowest that needs no line more
            List<String> lines = greedy(whole, tried, width);
            if (lines.size() <= fewest.size()) {
                return lines;
            }
        }
        return fewest;
    }

    private static List<String> greedy(String text, double room, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = fitting(text, start, room, width);
            lines.add(text.substring(start, end).strip());
            start = end;
        }
        return lines;
    }

    /** The end of the longest line from here that may break there; at least one character. */
    private static int fitting(String text, int start, double room, ToDoubleFunction<String> width) {
        int longest = start;
        int breakable = start;
        while (longest < text.length()) {
            int next = text.offsetByCodePoints(longest, 1);
            if (width.applyAsDouble(text.substring(start, next).stripTrailing()) > room && longest > start) {
                return breakable > start ? breakable : longest;
            }
            longest = next;
            if (mayBreak(text, next)) {
                breakable = next;
            }
        }
        return text.length();
    }

    private static boolean mayBreak(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        return before == ' '
                || Character.isIdeographic(before)
                || Character.isIdeographic(after)
                || NOT_FIRST.indexOf(before) >= 0;
    }
}
