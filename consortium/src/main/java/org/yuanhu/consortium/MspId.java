package org.yuanhu.consortium;

import java.util.regex.Pattern;

/**
 * The name an organisation goes by on the ledger, for example {@code GovernmentMSP}.
 *
 * @param value 1 to 64 letters, digits, dots or hyphens, beginning with a letter
 */
public record MspId(String value) implements Comparable<MspId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9.-]{0,63}");

    /** @throws IllegalArgumentException if the value has another form */
    public MspId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an MSP id has 1 to 64 letters, digits, dots or hyphens and begins with a letter");
        }
    }

    @Override
    public int compareTo(MspId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
