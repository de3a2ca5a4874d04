package org.yuanhu.qrtools.print;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** An A4 sheet of self-adhesive labels; lengths in micrometres. The names count the labels, as the trade does. */
public enum Sheet {
    /** 2 × 7 labels of 99.1 × 38.1 mm. */
    A4_14(2, 7, 99_100, 38_100, 101_600, 38_100),
    /** 3 × 7 labels of 63.5 × 38.1 mm. */
    A4_21(3, 7, 63_500, 38_100, 66_000, 38_100),
    /** 3 × 8 labels of 63.5 × 33.9 mm. */
    A4_24(3, 8, 63_500, 33_900, 66_000, 33_900),
    /** 4 × 10 labels of 45.7 × 25.4 mm. */
    A4_40(4, 10, 45_700, 25_400, 48_300, 25_400);

    /** Width of A4. */
    static final int PAGE_WIDTH = 210_000;

    /** Height of A4. */
    static final int PAGE_HEIGHT = 297_000;

    private final int columns;
    private final int rows;
    private final int width;
    private final int height;
    private final int stepRight;
    private final int stepDown;

    Sheet(int columns, int rows, int width, int height, int stepRight, int stepDown) {
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
        this.stepRight = stepRight;
        this.stepDown = stepDown;
    }

    /**
     * The sheet with so many labels.
     *
     * @throws RefusedException LB-13
     */
    public static Sheet ofLabels(int labels) {
        for (Sheet sheet : values()) {
            if (sheet.labels() == labels) {
                return sheet;
            }
        }
        throw RefusedException.by(Rule.LB_13)
                .with("field", "sheet")
                .with("value", labels)
                .with(
                        "known",
                        Arrays.stream(values())
                                .map(sheet -> Integer.toString(sheet.labels()))
                                .collect(Collectors.joining(", ")))
                .build();
    }

    /** Labels on one page. */
    public int labels() {
        return columns * rows;
    }

    /** Pages for so many labels. */
    public int pages(int count) {
        return (count + labels() - 1) / labels();
    }

    /** Width of one label. */
    public int width() {
        return width;
    }

    /** Height of one label. */
    public int height() {
        return height;
    }

    /** Left edge of the label at this place of a page, counted along the rows. */
    int left(int place) {
        int margin = (PAGE_WIDTH - (columns - 1) * stepRight - width) / 2;
        return margin + place % columns * stepRight;
    }

    /** Upper edge, from the top of the page. */
    int top(int place) {
        int margin = (PAGE_HEIGHT - (rows - 1) * stepDown - height) / 2;
        return margin + place / columns * stepDown;
    }
}
