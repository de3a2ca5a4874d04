package org.yuanhu.consortium;

import java.util.regex.Pattern;

/**
 * The name of one certificate authority inside an organisation, also its folder's name: {@code root}, {@code ca-nodes},
 * {@code ca-clerk}.
 *
 * @param value {@code root}, or {@code ca-} followed by lower-case letters, digits or hyphens; 64 characters at most
 */
public record AuthorityName(String value) implements Comparable<AuthorityName> {
    // Before the constants below, whose construction needs it.
    private static final Pattern FORM = Pattern.compile("root|ca-[a-z0-9][a-z0-9-]{0,60}");

    /** Signs the organisation's other authorities and nothing else. */
    public static final AuthorityName ROOT = new AuthorityName("root");

    /** Issues peers, orderers, administrators, service clients and TLS servers. */
    public static final AuthorityName NODES = new AuthorityName("ca-nodes");

    /** @throws IllegalArgumentException if the value has another form */
    public AuthorityName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an authority is 'ca-' followed by 1 to 61 lower-case letters, digits or hyphens");
        }
    }

    @Override
    public int compareTo(AuthorityName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
