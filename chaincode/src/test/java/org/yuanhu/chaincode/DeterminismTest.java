package org.yuanhu.chaincode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every organisation simulates every act by itself and must come to the same bytes: nothing may depend on when, where or by chance. */
class DeterminismTest {
    private static final JavaClasses RULE_BOOK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.yuanhu.chaincode", "org.yuanhu.vocabulary");

    private static final Set<String> CLOCKS_AND_CHANCE = Set.of(
            "java.time.Clock",
            "java.util.Date",
            "java.util.Calendar",
            "java.util.Random",
            "java.util.concurrent.ThreadLocalRandom",
            "java.lang.Thread",
            "java.util.TimeZone",
            "java.text.NumberFormat",
            "java.text.DecimalFormat",
            "java.text.SimpleDateFormat",
            "java.text.Collator");

    /** Members that read the clock, the machine's zone or its locale. */
    private static final Set<String> FORBIDDEN_CALLS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.ZoneId.systemDefault",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.identityHashCode",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.util.Collections.shuffle",
            "java.util.stream.Stream.parallel",
            "java.util.Collection.parallelStream",
            "java.lang.String.format",
            "java.lang.String.formatted");

    @Test
    void readsNoClockThrowsNoDiceAndKnowsNoLocale() {
        noClasses()
                .that(areNotForClients())
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "tell the time, choose by chance or follow the machine's locale",
                        type -> CLOCKS_AND_CHANCE.contains(type.getName())))
                .orShould()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "reads the clock, the zone or the locale",
                        (JavaCall<?> call) -> FORBIDDEN_CALLS.contains(name(call))))
                .orShould()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "changes case by the machine's locale",
                        (JavaCall<?> call) -> name(call).matches("java\\.lang\\.String\\.to(Lower|Upper)Case")
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .check(RULE_BOOK);
    }

    @Test
    void calculatesWithoutFractions() {
        Set<String> floating = new TreeSet<>();
        for (JavaClass type : RULE_BOOK) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean takesOrGives = unit.getRawParameterTypes().stream().anyMatch(DeterminismTest::isFloating)
                        || isFloating(unit.getRawReturnType());
                boolean calls = unit.getCallsFromSelf().stream()
                        .map(JavaCall::getTarget)
                        .filter(target -> !target.getOwner().getName().startsWith("java.util.LinkedHashMap"))
                        .anyMatch(target -> isFloating(target.getRawReturnType()));
                if (takesOrGives || calls) {
                    floating.add(unit.getFullName());
                }
            }
            type.getFields().stream()
                    .filter(field -> isFloating(field.getRawType()))
                    .forEach(field -> floating.add(field.getFullName()));
        }
        assertThat(floating).isEmpty();
    }

    @Test
    void walksNoMapOrSetWhoseOrderIsChance() {
        List<String> walks = RULE_BOOK.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> isUnordered(call.getTargetOwner()))
                .filter(call -> Set.of(
                                "iterator", "forEach", "stream", "keySet", "values", "entrySet", "toArray", "toString")
                        .contains(call.getName()))
                .map(JavaAccess::getDescription)
                .toList();
        assertThat(walks).isEmpty();
        Set<String> owners = new TreeSet<>();
        for (JavaClass type : RULE_BOOK) {
            boolean makes =
                    type.getConstructorCallsFromSelf().stream().anyMatch(call -> isUnordered(call.getTargetOwner()));
            if (makes) {
                owners.add(type.getSimpleName());
            }
        }
        // each of these asks "is it in there?" and nothing else; whoever adds one reads its uses first
        assertThat(owners).containsExactlyInAnyOrder("LabelContract", "SheetLines", "State", "Step");
    }

    @Test
    void neverAsksForAKeysHistory() {
        Set<String> calls = new TreeSet<>();
        for (JavaClass type : RULE_BOOK) {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getName().equals("getHistoryForKey"))
                    .forEach(call -> calls.add(call.getDescription()));
        }
        assertThat(calls).isEmpty();
    }

    /** Salts and secrets are made by clients, with the same classes' help; no contract reaches these methods. */
    private static DescribedPredicate<JavaClass> areNotForClients() {
        Set<String> clients = Set.of(
                "org.yuanhu.vocabulary.label.Salt",
                "org.yuanhu.vocabulary.label.RunSecret",
                "org.yuanhu.vocabulary.label.ScratchCode",
                "org.yuanhu.vocabulary.rule.RuleText",
                "org.yuanhu.chaincode.ChaincodeProcess");
        return DescribedPredicate.describe(
                "are not for clients or the start of the process", type -> !clients.contains(type.getName()));
    }

    private static boolean isUnordered(JavaClass type) {
        return Set.of("java.util.HashMap", "java.util.HashSet", "java.util.IdentityHashMap")
                .contains(type.getName());
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double", "java.math.BigDecimal")
                .contains(type.getName());
    }

    private static String name(JavaCall<?> call) {
        return call.getTargetOwner().getName() + "." + call.getName();
    }
}
