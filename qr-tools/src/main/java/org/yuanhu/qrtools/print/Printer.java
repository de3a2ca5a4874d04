package org.yuanhu.qrtools.print;

import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** A printer's resolution, and with it the size of a module: at least 0.375 mm and a whole number of dots. */
public enum Printer {
    /** Label printers with 8 dots a millimetre: modules of 3 dots. */
    DPI_203(203),
    /** Modules of 5 dots. */
    DPI_300(300),
    /** Office printers: modules of 9 dots. */
    DPI_600(600);

    private static final int SMALLEST_MODULE = 375;
    private static final int MICROMETRES_AN_INCH = 25_400;
    private static final int POINTS_AN_INCH = 72;

    private final int dpi;

    Printer(int dpi) {
        this.dpi = dpi;
    }

    /**
     * The printer of a resolution given as text: {@code 203}, {@code 300} or {@code 600}.
     *
     * @param field what the text was given as, for the refusal
     * @throws RefusedException LB-12
     */
    public static Printer ofDpi(String field, String dpi) {
        for (Printer printer : values()) {
            if (Integer.toString(printer.dpi).equals(dpi)) {
                return printer;
            }
        }
        throw RefusedException.by(Rule.LB_12)
                .with("field", field)
                .with("value", dpi)
                .build();
    }

    /** Dots an inch. */
    public int dpi() {
        return dpi;
    }

    /** Dots a side of one module. */
    public int dotsPerModule() {
        return (SMALLEST_MODULE * dpi + MICROMETRES_AN_INCH - 1) / MICROMETRES_AN_INCH;
    }

    /** Whole dots in a length given in micrometres, the broken one left out. */
    public int dots(int micrometres) {
        return Math.toIntExact((long) micrometres * dpi / MICROMETRES_AN_INCH);
    }

    /** A length of whole dots in micrometres, rounded up. */
    public int micrometres(int dots) {
        return Math.toIntExact(((long) dots * MICROMETRES_AN_INCH + dpi - 1) / dpi);
    }

    /** Dots of a length in PDF points. */
    public float dots(float points) {
        return points * dpi / POINTS_AN_INCH;
    }

    /** PDF points of so many dots. */
    public float points(int dots) {
        return (float) dots * POINTS_AN_INCH / dpi;
    }
}
