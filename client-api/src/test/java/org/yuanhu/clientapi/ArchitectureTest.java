package org.yuanhu.clientapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** The arrows of {@code docs/architecture.md}: they point one way. */
@AnalyzeClasses(packages = "org.yuanhu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String VOCABULARY = "org.yuanhu.vocabulary..";
    private static final String CONSORTIUM = "org.yuanhu.consortium..";
    private static final String NETWORK = "org.yuanhu.networkconfig..";
    private static final String EMBEDDED = "org.yuanhu.embeddedledger..";
    private static final String CHAINCODE = "org.yuanhu.chaincode..";
    private static final String LABELS = "org.yuanhu.qrtools..";
    private static final String SERVER = "org.yuanhu.clientapi..";

    private static final List<String> MODULES = List.of(
            "org.yuanhu.vocabulary",
            "org.yuanhu.consortium",
            "org.yuanhu.networkconfig",
            "org.yuanhu.embeddedledger",
            "org.yuanhu.qrtools",
            "org.yuanhu.clientapi");

    @ArchTest
    static final ArchRule theVocabularyKnowsNothingButTheJdk = noClasses()
            .that()
            .resideInAPackage(VOCABULARY)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(VOCABULARY, "java..", "javax.crypto..", "org.jspecify..");

    @ArchTest
    static final ArchRule theConsortiumKnowsNobodyWhoUsesIt =
            mayNotUse(CONSORTIUM, NETWORK, EMBEDDED, CHAINCODE, LABELS, SERVER);

    @ArchTest
    static final ArchRule theNetworkKnowsNoChaincode = mayNotUse(NETWORK, EMBEDDED, CHAINCODE, LABELS, SERVER);

    @ArchTest
    static final ArchRule theEmbeddedLedgerCarriesAnyChaincode =
            mayNotUse(EMBEDDED, NETWORK, CHAINCODE, LABELS, SERVER);

    @ArchTest
    static final ArchRule theChaincodeKnowsNoLedger =
            mayNotUse(CHAINCODE, CONSORTIUM, EMBEDDED, NETWORK, LABELS, SERVER);

    @ArchTest
    static final ArchRule labelsKnowTheConsortiumAndNoLedger = mayNotUse(LABELS, CHAINCODE, EMBEDDED, NETWORK, SERVER);

    @ArchTest
    static final ArchRule labelsAreCheckedWithoutWhatIssuesCertificates =
            mayNotUse(LABELS, "org.yuanhu.consortium.issuing..");

    @ArchTest
    static final ArchRule theServerDoesNotCarryTheOperatorsTool = mayNotUse(SERVER, NETWORK);

    /** On a network the server asks the organisation's issuer. */
    @ArchTest
    static final ArchRule authoritiesKeysAreReadForASingleMachineOnly = noClasses()
            .that()
            .resideInAPackage(SERVER)
            .and()
            .resideOutsideOfPackage("org.yuanhu.clientapi.ledger.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yuanhu.consortium.issuing..");

    @ArchTest
    static final ArchRule onlyTheServerKnowsSpring = noClasses()
            .that()
            .resideInAnyPackage(VOCABULARY, CONSORTIUM, NETWORK, EMBEDDED, CHAINCODE, LABELS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule scansAskTheLedgerAndNeverTheReadModel = noClasses()
            .that()
            .resideInAPackage("org.yuanhu.clientapi.scan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yuanhu.clientapi.readmodel..");

    /** Every package of a module is a slice of its own, the module's root too. */
    @ArchTest
    static void noPackageIsInACycle(JavaClasses classes) {
        for (String module : MODULES) {
            SlicesRuleDefinition.slices()
                    .assignedFrom(packagesOf(module))
                    .should()
                    .beFreeOfCycles()
                    .as("packages of " + module + " should be free of cycles")
                    .check(classes);
        }
    }

    private static SliceAssignment packagesOf(String module) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return type.getPackageName().equals(module)
                                || type.getPackageName().startsWith(module + ".")
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + module;
            }
        };
    }

    private static ArchRule mayNotUse(String module, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }
}
