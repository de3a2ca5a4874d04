package org.yuanhu.vocabulary.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something was refused, by a rule, with the facts that the rule's sentence names.
 *
 * <p>The message is {@code MB-03 {"outputs":1250000,"inputs":1200000,"unit":"g"}}: rule id, one space, the arguments as one line
 * of JSON. Fabric's gateway passes a chaincode's message on and drops its payload, so the message carries everything.
 */
public final class RefusedException extends RuntimeException {
    private static final Pattern START = Pattern.compile("(?<![A-Za-z0-9-])([A-Z]{2}-[0-9]{2,3}) (?=\\{)");

    private final String message;
    private final transient Rule rule;
    private final transient Map<String, Object> arguments;

    /**
     * @param arguments in the order they are written; each value a String, Long, Integer or Boolean. A String is cut to
     *     {@link Limits#REFUSED_VALUE_CHARACTERS}.
     */
    public RefusedException(Rule rule, Map<String, Object> arguments) {
        this.message = rule.id() + " " + RefusalJson.write(cut(arguments));
        this.rule = rule;
        this.arguments = cut(arguments);
    }

    /** Begins a refusal by this rule. */
    public static Builder by(Rule rule) {
        return new Builder(rule);
    }

    /**
     * Finds a refusal in a message, also inside other text such as {@code chaincode response 500, MB-03 {…}}.
     *
     * @return empty if there is none, or its rule is unknown here
     */
    public static Optional<RefusedException> parse(String message) {
        Matcher start = START.matcher(message);
        while (start.find()) {
            Optional<Rule> rule = Rule.ofId(start.group(1));
            Optional<Map<String, Object>> arguments = RefusalJson.read(message, start.end());
            if (rule.isPresent() && arguments.isPresent()) {
                return Optional.of(new RefusedException(rule.get(), arguments.get()));
            }
        }
        return Optional.empty();
    }

    /** The rule's id and the facts, as one line. */
    @Override
    public String getMessage() {
        return message;
    }

    /** The rule that was broken. */
    public Rule rule() {
        return rule;
    }

    /** The kind of the rule. */
    public Kind kind() {
        return rule.kind();
    }

    /** The facts, in the order they are written; unmodifiable. */
    public Map<String, Object> arguments() {
        return arguments;
    }

    private static Map<String, Object> cut(Map<String, Object> arguments) {
        Map<String, Object> cut = new LinkedHashMap<>();
        arguments.forEach((name, value) -> cut.put(name, value instanceof String text ? cut(text) : value));
        return Collections.unmodifiableMap(cut);
    }

    private static String cut(String text) {
        if (text.length() <= Limits.REFUSED_VALUE_CHARACTERS) {
            return text;
        }
        int end = Limits.REFUSED_VALUE_CHARACTERS;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** The facts of a refusal, in the order in which they are to be written. */
    public static final class Builder {
        private final Rule rule;
        private final Map<String, Object> arguments = new LinkedHashMap<>();

        private Builder(Rule rule) {
            this.rule = rule;
        }

        /** A fact that is text. */
        public Builder with(String name, String value) {
            return put(name, value);
        }

        /** A fact that is a whole number. */
        public Builder with(String name, long value) {
            return put(name, value);
        }

        /** A fact that is true or false. */
        public Builder with(String name, boolean value) {
            return put(name, value);
        }

        /** The refusal, to be thrown. */
        public RefusedException build() {
            return new RefusedException(rule, arguments);
        }

        private Builder put(String name, Object value) {
            if (arguments.put(name, value) != null) {
                throw new IllegalArgumentException("argument " + name + " of " + rule.id() + " twice");
            }
            return this;
        }
    }
}
