package org.yuanhu.consortium;

import java.util.regex.Pattern;

/**
 * What a person may act as, for example {@code clerk}: the value of the certificate attribute {@code yuanhu.role}.
 *
 * @param value 1 to 32 lower-case letters, digits or hyphens, beginning with a letter
 */
public record RoleName(String value) implements Comparable<RoleName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** @throws IllegalArgumentException if the value has another form */
    public RoleName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a role has 1 to 32 lower-case letters, digits or hyphens and begins with a letter");
        }
    }

    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
