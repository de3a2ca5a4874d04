package org.yuanhu.qrtools;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Every package is a slice of its own, and none uses another that uses it. */
@AnalyzeClasses(packages = "org.yuanhu.qrtools", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
    @ArchTest
    static final ArchRule noPackageUsesOneThatUsesIt =
            slices().matching("org.yuanhu.qrtools.(**)").should().beFreeOfCycles();
}
