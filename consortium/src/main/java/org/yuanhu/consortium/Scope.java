package org.yuanhu.consortium;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/** What a role is limited to; the limit itself stands in the certificate as an attribute. */
public enum Scope {
    /** The whole consortium. */
    NONE(null),
    /** A region and what lies within it: attribute {@code yuanhu.region}. */
    REGION("yuanhu.region"),
    /** One cooperative: attribute {@code yuanhu.cooperative}. */
    COOPERATIVE("yuanhu.cooperative");

    private final @Nullable String attribute;

    Scope(@Nullable String attribute) {
        this.attribute = attribute;
    }

    /** The certificate attribute that carries the limit; empty for {@link #NONE}. */
    public Optional<String> attribute() {
        return Optional.ofNullable(attribute);
    }

    /**
     * Checks the value of the attribute.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException if it is no region code, or no credit code
     */
    public void requireValue(String value) {
        switch (this) {
            case REGION -> new RegionCode(value);
            case COOPERATIVE -> new CreditCode(value);
            case NONE -> throw new IllegalStateException("no attribute limits this scope");
        }
    }

    /** The word used in files, for example {@code region}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the word used in files.
     *
     * @throws IllegalArgumentException if no scope has this word
     */
    public static Scope of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a scope is one of none, region, cooperative"));
    }
}
