package org.yuanhu.clientapi.scan.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the pages. */
public enum Language {
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** {@code zh} or {@code en}, as in {@code ?lang=}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The one asked for, else the one the browser likes best, else Chinese. */
    public static Language of(@Nullable String asked, @Nullable String acceptLanguage) {
        for (Language language : values()) {
            if (language.tag.equals(asked)) {
                return language;
            }
        }
        return acceptLanguage == null ? CHINESE : accepted(acceptLanguage);
    }

    private static Language accepted(String acceptLanguage) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            String best = Locale.lookupTag(ranges, List.of(CHINESE.tag, ENGLISH.tag));
            return ENGLISH.tag.equals(best) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException malformed) {
            return CHINESE;
        }
    }
}
