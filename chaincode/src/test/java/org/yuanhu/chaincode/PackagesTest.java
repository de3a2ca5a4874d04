package org.yuanhu.chaincode;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A package can be read, and changed, without those that use it. */
class PackagesTest {
    private static final int MOST_TYPES = 20;

    private static final JavaClasses CHAINCODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.yuanhu.chaincode");

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().assignedFrom(packages()).should().beFreeOfCycles().check(CHAINCODE);
    }

    @Test
    void aPackageHasAtMostTwentyTypes() {
        Map<String, Long> types = CHAINCODE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(types.values()).allMatch(count -> count <= MOST_TYPES, types.toString());
    }

    /** Every package by its whole name is a slice of its own, the root too. */
    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().startsWith("org.yuanhu.chaincode")
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of the chaincode";
            }
        };
    }
}
