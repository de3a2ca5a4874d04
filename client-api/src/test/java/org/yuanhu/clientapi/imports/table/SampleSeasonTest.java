package org.yuanhu.clientapi.imports.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.PlannedEnrolment;
import org.yuanhu.clientapi.imports.plan.PlannedPrintRun;
import org.yuanhu.clientapi.imports.plan.PlannedSubmission;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.clientapi.imports.sheet.Spreadsheet;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.Rule;

class SampleSeasonTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SEASON = ROOT.resolve("examples/season");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void theCommittedFilesAreWhatTheProgramBesideThemWrites(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "examples/Season.java",
                        folder.toString())
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(names(folder)).isEqualTo(names(SEASON)).hasSizeGreaterThan(50);
        for (String name : names(SEASON)) {
            assertThat(folder.resolve(name)).hasSameBinaryContentAs(SEASON.resolve(name));
        }
    }

    @Test
    void everyRowOfEveryTableCanBeRead() {
        for (String file : tables()) {
            assertThat(plannedActs(file)).as(file).isNotEmpty();
        }
    }

    @Test
    void hasAsManyOfEachAsASeasonShould() {
        assertThat(plannedActs("cooperatives")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(plannedActs("regions")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(plannedActs("households")).hasSizeGreaterThanOrEqualTo(120);
        assertThat(sheets().flatMap(sheet -> sheet.lines().stream())).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(batches()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(batches().map(Pack::claim)).contains(Claim.MIXED, Claim.ORDINARY);
        assertThat(plannedActs("revocations")).hasSize(1);
        assertThat(plannedActs("print-runs").stream().map(planned -> ((PlannedPrintRun) planned).expected()))
                .contains(Optional.of(Rule.RN_06), Optional.empty());
    }

    @Test
    void batchesAreMadeOfLinesThatTheIntakeFilesHaveEachOnce() {
        Set<String> lines = sheets().flatMap(sheet -> Stream.iterate(0, line -> line + 1)
                        .limit(sheet.lines().size())
                        .map(line -> sheet.id() + ":" + line))
                .collect(Collectors.toSet());
        List<String> used = batches()
                .flatMap(batch -> batch.inputs().stream())
                .flatMap(input -> input.lines().stream().map(line -> input.sheet() + ":" + line))
                .toList();

        assertThat(lines).containsAll(used);
        assertThat(used).doesNotHaveDuplicates();
    }

    @Test
    void everyPersonIsPlainlyInvented() {
        Set<String> families = new HashSet<>();
        for (PlannedAct planned : plannedActs("households")) {
            PlannedEnrolment household = (PlannedEnrolment) planned;
            assertThat(household.person().get("idNumber")).startsWith("000000").hasSize(18);
            assertThat(household.person().get("phone")).startsWith("1000000").hasSize(11);
            assertThat(household.person().get("name")).startsWith("样例");
            assertThat(household.person().get("displayName")).startsWith("示例");
            assertThat(families.add(household.person().get("idNumber"))).isTrue();
            assertThat(household.toString()).doesNotContain("样例").doesNotContain("000000");
        }
    }

    @Test
    void theReadmeNamesEveryColumnOfEveryTableInBothLanguages() throws IOException {
        List<String> readme = Files.readAllLines(ROOT.resolve("examples/README.md"));
        for (Table table : Tables.all()) {
            String row = "| " + table.name() + " | " + names(table, Column::chinese) + " | "
                    + names(table, Column::english) + " |";
            assertThat(readme.stream().anyMatch(line -> line.startsWith(row)))
                    .as(row)
                    .isTrue();
        }
    }

    private static String names(Table table, java.util.function.Function<Column<?>, String> language) {
        return table.columns().stream().map(language).collect(Collectors.joining(", "));
    }

    private static Stream<RecordSheet> sheets() {
        return plannedActs("intake").stream().map(planned -> (RecordSheet) ((PlannedSubmission) planned).act());
    }

    private static Stream<Pack> batches() {
        return plannedActs("batches").stream().map(planned -> (Pack) ((PlannedSubmission) planned).act());
    }

    /** What every file asks for whose folder names this table. */
    private static List<PlannedAct> plannedActs(String tableOrFile) {
        return tables().stream()
                .filter(file -> file.equals(tableOrFile)
                        || file.substring(3, file.indexOf('/')).equals(tableOrFile))
                .flatMap(file -> read(file).stream())
                .toList();
    }

    private static List<PlannedAct> read(String file) {
        try {
            byte[] bytes = Files.readAllBytes(SEASON.resolve(file));
            Table table = Tables.named(file.substring(3, file.indexOf('/')));
            Rows rows = Rows.read(Spreadsheet.read(bytes), table.columns());
            String digest = java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
            List<PlannedAct> plannedActs = table.plan(rows, new Basis(digest, DAY, KnownLedger.EMPTY));
            rows.mustBeRight();
            assertThat(plannedActs.stream().map(PlannedAct::id).map(ActId::value))
                    .doesNotHaveDuplicates();
            return plannedActs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables() {
        return names(SEASON).stream().filter(name -> name.contains("/")).toList();
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
