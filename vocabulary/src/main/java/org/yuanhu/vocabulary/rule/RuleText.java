package org.yuanhu.vocabulary.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence of each rule in a person's language: Chinese for any Chinese locale, else English. */
public final class RuleText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final RuleText ENGLISH = new RuleText("rules_en.properties");
    private static final RuleText CHINESE = new RuleText("rules_zh.properties");

    private final Properties sentences = new Properties();

    private RuleText(String resource) {
        try (InputStream in = RuleText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing beside its class: " + resource);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                sentences.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences for a locale. */
    public static RuleText of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** The sentence with each {@code {name}} filled in; a name without an argument stays as it is. */
    public String say(Rule rule, Map<String, Object> arguments) {
        return PLACEHOLDER
                .matcher(sentence(rule))
                .replaceAll(found -> Matcher.quoteReplacement(
                        String.valueOf(arguments.getOrDefault(found.group(1), found.group()))));
    }

    /** The sentence of a refusal. */
    public String say(RefusedException refused) {
        return say(refused.rule(), refused.arguments());
    }

    /** The sentence with its placeholders, as it stands in the file. */
    public String sentence(Rule rule) {
        String sentence = sentences.getProperty(rule.id());
        if (sentence == null) {
            throw new IllegalStateException("No sentence for " + rule.id());
        }
        return sentence;
    }
}
