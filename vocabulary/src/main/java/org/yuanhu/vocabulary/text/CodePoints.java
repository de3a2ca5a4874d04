package org.yuanhu.vocabulary.text;

import java.util.Arrays;
import java.util.List;

/** A set of code points, read from lines of the form {@code 4E00-9FFC} or {@code 20}, ascending. */
final class CodePoints {
    private final int[] firsts;
    private final int[] lasts;

    private CodePoints(int[] firsts, int[] lasts) {
        this.firsts = firsts;
        this.lasts = lasts;
    }

    static CodePoints of(String resource) {
        List<String> lines = Frozen.lines(resource);
        int[] firsts = new int[lines.size()];
        int[] lasts = new int[lines.size()];
        for (int i = 0; i < firsts.length; i++) {
            String line = lines.get(i);
            int dash = line.indexOf('-');
            firsts[i] = Integer.parseInt(dash < 0 ? line : line.substring(0, dash), 16);
            lasts[i] = dash < 0 ? firsts[i] : Integer.parseInt(line.substring(dash + 1), 16);
        }
        return new CodePoints(firsts, lasts);
    }

    boolean contains(int codePoint) {
        int place = Arrays.binarySearch(firsts, codePoint);
        return place >= 0 || (place < -1 && codePoint <= lasts[-place - 2]);
    }
}
