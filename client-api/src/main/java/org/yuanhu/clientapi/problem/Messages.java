package org.yuanhu.clientapi.problem;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpStatus;
import org.yuanhu.vocabulary.rule.Kind;

/** The server's own sentences in a person's language: Chinese for any Chinese locale, else English. */
public final class Messages {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Messages CHINESE = new Messages(Locale.CHINESE);

    private final ResourceBundle sentences;

    private Messages(Locale locale) {
        sentences = ResourceBundle.getBundle(
                "org.yuanhu.clientapi.problem.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentences for a locale. */
    public static Messages of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** The sentence with this key in {@code messages_en.properties} and {@code messages_zh.properties}. */
    public String say(String key) {
        return sentences.getString(key);
    }

    String title(Kind kind) {
        return say("kind." + kind.name());
    }

    /** What a sentence is headed by: one of its own, or that of the status. */
    String title(String key, HttpStatus status) {
        return sentences.containsKey("title." + key) ? say("title." + key) : title(status);
    }

    String title(HttpStatus status) {
        String key = "status." + status.value();
        return sentences.containsKey(key) ? say(key) : status.getReasonPhrase();
    }
}
