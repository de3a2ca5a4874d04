package org.yuanhu.chaincode.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuanhu.chaincode.YuanhuChaincode;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Every organisation simulates every act by itself and must come to the same bytes: nothing may depend on when, where or by chance.
 * What chaincode may call is listed in {@code may-call.txt}, member by member; whatever is not there is refused. The list has no
 * clock, no randomness, no locale and no collection without an order (no {@code HashMap}, no {@code Set.of}).
 */
class DeterminismTest {
    /** For clients and the start of a process; {@link #noContractReachesWhatIsForClients} holds the rule book from calling them. */
    private static final Set<String> FOR_CLIENTS = Set.of(
            "org.yuanhu.vocabulary.label.Salt.random",
            "org.yuanhu.vocabulary.label.RunSecret",
            "org.yuanhu.vocabulary.label.ScratchCode",
            "org.yuanhu.vocabulary.rule.RuleText",
            "org.yuanhu.chaincode.household.DisclosureKey.random",
            "org.yuanhu.chaincode.ChaincodeProcess");

    private static final ByteCode.Found RULE_BOOK = ruleBook();

    @Test
    void callsNothingThatIsNotListed() throws IOException {
        Map<String, Set<String>> allowed = allowed();
        assertThat(unlisted(RULE_BOOK, allowed)).isEmpty();
    }

    @Test
    void theListHasNothingThatIsNotCalled() throws IOException {
        Map<String, Set<String>> allowed = allowed();
        RULE_BOOK.uses().stream().filter(use -> !isForClients(use.in())).forEach(use -> {
            Set<String> members = allowed.getOrDefault(use.owner(), new TreeSet<>());
            members.remove(use.name());
            members.remove(use.member());
        });
        allowed.values().removeIf(Set::isEmpty);
        assertThat(allowed).isEmpty();
    }

    @Test
    void calculatesWithoutFractions() {
        assertThat(RULE_BOOK.floating()).isEmpty();
    }

    @Test
    void noContractReachesWhatIsForClients() {
        Set<String> reaching = RULE_BOOK.uses().stream()
                .filter(use -> !isForClients(use.in()))
                .filter(use -> isForClients(use.owner() + "." + use.name()))
                .map(use -> use.in() + " calls " + use.owner() + "." + use.name())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reaching).isEmpty();
    }

    @Test
    void findsEveryCarelessness() throws IOException {
        ByteCode.Found found = new ByteCode.Found();
        ByteCode.read(Careless.class, found);
        Set<String> careless = new TreeSet<>(found.floating());
        Map<String, Set<String>> allowed = allowed();
        found.uses().stream().filter(use -> !isListed(use, allowed)).forEach(use -> careless.add(use.in()));

        assertThat(careless)
                .containsAll(Stream.of(Careless.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(Method::getName)
                        .map(name -> Careless.class.getName() + "." + name)
                        .toList());
    }

    private static Set<String> unlisted(ByteCode.Found found, Map<String, Set<String>> allowed) {
        return found.uses().stream()
                .filter(use -> !isForClients(use.in()))
                .filter(use -> !isListed(use, allowed))
                .map(use -> use.owner() + ": " + use.member() + "  in " + use.in())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isListed(ByteCode.Use use, Map<String, Set<String>> allowed) {
        if (use.owner().startsWith("org.yuanhu.")) {
            return true;
        }
        Set<String> members = allowed.getOrDefault(use.owner(), Set.of());
        return members.contains(use.name()) || members.contains(use.member());
    }

    private static boolean isForClients(String member) {
        return FOR_CLIENTS.contains(member)
                || FOR_CLIENTS.contains(outermost(member.substring(0, member.lastIndexOf('.'))));
    }

    private static String outermost(String type) {
        int dollar = type.indexOf('$');
        return dollar < 0 ? type : type.substring(0, dollar);
    }

    private static ByteCode.Found ruleBook() {
        ByteCode.Found found = new ByteCode.Found();
        ByteCode.readAllBeside(YuanhuChaincode.class, found);
        ByteCode.readAllBeside(Rule.class, found);
        assertThat(found.uses())
                .extracting(ByteCode.Use::type)
                .contains(YuanhuChaincode.class.getName(), Rule.class.getName());
        return found;
    }

    /** By class: names of members, or a name with a descriptor where not every overload will do. */
    private static Map<String, Set<String>> allowed() throws IOException {
        Map<String, Set<String>> allowed = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DeterminismTest.class.getResourceAsStream("may-call.txt")),
                StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            for (String line : lines) {
                int colon = line.indexOf(": ");
                allowed.computeIfAbsent(line.substring(0, colon), type -> new TreeSet<>())
                        .addAll(List.of(line.substring(colon + 2).split(" ", -1)));
            }
        }
        return allowed;
    }
}
