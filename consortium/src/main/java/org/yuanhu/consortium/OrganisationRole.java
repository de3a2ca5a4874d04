package org.yuanhu.consortium;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The part an organisation plays in the consortium; a trust policy can ask for one by it. */
public enum OrganisationRole {
    /** Vouches for households and recognises products. */
    GOVERNMENT,
    /** The cooperatives' union. */
    COOPERATIVE,
    /** A sales platform. */
    PLATFORM,
    /** A consumers' association or an auditor; inspectors hold certificates here. */
    AUDITOR;

    /** The word used in files, for example {@code government}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word used in files.
     *
     * @throws IllegalArgumentException if no role has this word
     */
    public static OrganisationRole of(String text) {
        return Arrays.stream(values())
                .filter(role -> role.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an organisation's role is one of "
                        + Arrays.stream(values()).map(OrganisationRole::text).collect(Collectors.joining(", "))));
    }
}
