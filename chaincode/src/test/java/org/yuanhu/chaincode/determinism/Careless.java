package org.yuanhu.chaincode.determinism;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything chaincode must not do: each method must be found. Nothing runs it. */
@SuppressWarnings("all") // it is wrong on purpose
final class Careless {
    private Careless() {}

    static byte[] securelyRandom() {
        return new SecureRandom().generateSeed(1);
    }

    static String orderOfASet() {
        StringBuilder out = new StringBuilder();
        for (String text : Set.of("a", "b", "c")) {
            out.append(text);
        }
        return out.toString();
    }

    static String orderOfAMap() {
        StringBuilder out = new StringBuilder();
        Map.of("a", 1, "b", 2).forEach((name, value) -> out.append(name));
        return out.toString();
    }

    static Collection<String> orderOfACopy(Collection<String> texts) {
        return Set.copyOf(texts);
    }

    static Collection<String> orderOfACollector(List<String> texts) {
        return texts.stream().collect(Collectors.toSet());
    }

    static Map<String, List<String>> orderOfGroups(List<String> texts) {
        return texts.stream().collect(Collectors.groupingBy(text -> text));
    }

    static Object orderOfHashes() {
        return List.of(new HashMap<String, String>(), new HashSet<String>());
    }

    static Supplier<UUID> chanceByReference() {
        return UUID::randomUUID;
    }

    static Supplier<Instant> clockInALambda() {
        return () -> Instant.now();
    }

    static int identity(Object thing) {
        return System.identityHashCode(thing);
    }

    static int hash(Object thing) {
        return thing.hashCode();
    }

    static String localeOfTheMachine(String text) {
        return text.toLowerCase();
    }

    static String format(int number) {
        return String.format("%,d", number);
    }

    static Locale locale() {
        return Locale.getDefault();
    }

    static long parallel(List<String> texts) {
        return texts.parallelStream().count();
    }

    static int typeOfACharacter(int codePoint) {
        return Character.getType(codePoint);
    }

    static byte[] charsetOfTheMachine(String text) {
        return text.getBytes();
    }

    static String environment() {
        return System.getenv("HOME");
    }

    static long half(long grams) {
        return (long) (grams * 0.5);
    }

    static long root(long grams) {
        return (long) Math.sqrt(grams);
    }

    static long floats(long grams) {
        float some = grams;
        return (long) some;
    }

    static Thread thread() {
        return new Thread(() -> {});
    }
}
