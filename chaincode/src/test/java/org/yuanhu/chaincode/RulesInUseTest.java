package org.yuanhu.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.rule.Rule;

/** A rule in the book that nothing enforces is a promise nobody keeps. */
class RulesInUseTest {
    private static final Set<String> FAMILIES =
            Set.of("DC", "AC", "ID", "RG", "HH", "MM", "CT", "RC", "CL", "IN", "MB", "BT", "RN", "RD");

    @Test
    void everyRuleOfTheChaincodesFamiliesIsEnforcedSomewhere() {
        JavaClasses code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.yuanhu.chaincode");
        Set<String> enforced = new TreeSet<>();
        for (JavaClass type : code) {
            for (JavaFieldAccess access : type.getFieldAccessesFromSelf()) {
                if (access.getTargetOwner().isEquivalentTo(Rule.class)) {
                    enforced.add(access.getTarget().getName().replace('_', '-'));
                }
            }
        }
        Set<String> promised = Arrays.stream(Rule.values())
                .map(Rule::id)
                .filter(id -> FAMILIES.contains(id.substring(0, 2)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(enforced).containsAll(promised);
    }
}
