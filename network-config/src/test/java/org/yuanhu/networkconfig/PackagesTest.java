package org.yuanhu.networkconfig;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each package is about one thing, and no two need each other. */
@AnalyzeClasses(packages = "org.yuanhu.networkconfig", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
    @ArchTest
    static final ArchRule noCycleBetweenPackages =
            slices().matching("org.yuanhu.(**)").should().beFreeOfCycles();
}
