package org.yuanhu.consortium;

/** A consortium file that cannot be used. The message names file, field, value and the rule that was broken. */
public final class InvalidConsortiumException extends RuntimeException {
    private static final int SHOWN = 64;

    private final String field;
    private final String value;
    private final String rule;

    /**
     * Describes one fault.
     *
     * @param file where it was found
     * @param field path of the field, for example {@code roles[3].msp}
     * @param value what stands there; only the first 64 characters are kept
     * @param rule what must hold instead
     */
    public InvalidConsortiumException(String file, String field, String value, String rule) {
        super(file + ": " + field + " = '" + cut(value) + "': " + rule);
        this.field = field;
        this.value = cut(value);
        this.rule = rule;
    }

    /** Path of the faulty field, for example {@code roles[3].msp}. */
    public String field() {
        return field;
    }

    /** What stands there, cut to 64 characters. */
    public String value() {
        return value;
    }

    /** What must hold instead. */
    public String rule() {
        return rule;
    }

    private static String cut(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN);
    }
}
