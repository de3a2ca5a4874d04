package org.yuanhu.clientapi.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.yuanhu.clientapi.household.Households;
import org.yuanhu.clientapi.imports.plan.ImportContext;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.Rehearsed;
import org.yuanhu.clientapi.imports.sheet.ImportRefusedException;
import org.yuanhu.clientapi.imports.sheet.RowError;
import org.yuanhu.clientapi.label.PrintRuns;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.time.Days;
import tools.jackson.databind.JsonNode;

/**
 * Imports spreadsheets. Everything is checked first: the cells, the rows among each other, and each act by the rule book itself, which
 * judges it without writing. If anything is wrong, it is reported together and nothing is written. Then act by act, each with an id
 * made of the file's digest: importing again, or after a crash half-way, adds what is missing and nothing twice.
 */
public final class Importer {
    private final Ledger ledger;
    private final Households households;
    private final PrintRuns printRuns;
    private final ImportExecutor executor;
    private final Clock clock;

    Importer(Ledger ledger, Households households, PrintRuns printRuns, ImportExecutor executor, Clock clock) {
        this.ledger = ledger;
        this.households = households;
        this.printRuns = printRuns;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Imports a file and returns when all of it is on the ledger.
     *
     * @param who signs every act; the rule book judges by this certificate alone
     * @throws ImportRefusedException with what is wrong; nothing was written, unless it says so
     */
    public Imported run(UserIdentity who, ImportFile file) {
        ImportContext context = new ImportContext(who, ledger, households, printRuns);
        Plan plan = asBegun(Plan.of(file, Days.at(clock.instant()), new LedgerState(context)), context);
        Map<PlannedAct, Rehearsed> rehearsed = rehearse(plan, context);
        List<PlannedAct> open = only(plan, rehearsed, Rehearsed.NEW);
        plan.file().table().together(open, plan.rows(), plan.basis());
        plan.rows().mustBeRight();
        int written = carryOut(plan, open, context);
        int expected = only(plan, rehearsed, Rehearsed.REFUSED_AS_EXPECTED).size();
        int acts = plan.plannedActs().size();
        return new Imported(
                file.table().name(),
                file.name(),
                file.digest(),
                plan.size(),
                acts,
                written,
                acts - expected - written,
                expected);
    }

    /** Whether every act of this file is on the ledger. */
    public boolean isDone(UserIdentity who, ImportFile file) {
        ImportContext context = new ImportContext(who, ledger, households, printRuns);
        return Plan.of(file, Days.at(clock.instant()), new LedgerState(context)).plannedActs().stream()
                .allMatch(planned -> context.document(planned.id()).isPresent());
    }

    /** @throws ImportRefusedException if anything is refused */
    private Map<PlannedAct, Rehearsed> rehearse(Plan plan, ImportContext context) {
        Map<String, PlannedAct> firsts = new LinkedHashMap<>();
        plan.plannedActs().forEach(planned -> firsts.putIfAbsent(planned.subject(), planned));
        List<Callable<Boolean>> trials = new ArrayList<>();
        Map<PlannedAct, Rehearsed> rehearsed = new ConcurrentHashMap<>();
        for (PlannedAct planned : firsts.values()) {
            trials.add(() -> {
                try {
                    rehearsed.put(planned, planned.rehearse(context));
                    return true;
                } catch (RefusedException refused) {
                    plan.rows().refuse(planned.rowOf(refused), refused);
                    return false;
                }
            });
        }
        executor.all(trials);
        plan.rows().mustBeRight();
        return rehearsed;
    }

    /** What builds on an earlier act of the file could not be tried, and counts as new: if it was done, doing it again says so. */
    private static List<PlannedAct> only(Plan plan, Map<PlannedAct, Rehearsed> rehearsed, Rehearsed which) {
        return plan.plannedActs().stream()
                .filter(planned -> rehearsed.getOrDefault(planned, Rehearsed.NEW) == which)
                .toList();
    }

    /**
     * "Five days before the import" names another day when the same file is imported again a day later. The day on which its import
     * began is the one whose acts the ledger has.
     */
    private Plan asBegun(Plan plan, ImportContext context) {
        LocalDate today = plan.basis().day();
        if (plan.on(today.minusDays(1)).plannedActs().equals(plan.plannedActs())) {
            return plan;
        }
        List<Callable<Optional<JsonNode>>> reads = new ArrayList<>();
        plan.plannedActs().forEach(planned -> reads.add(() -> context.document(planned.id())));
        List<JsonNode> left =
                executor.all(reads).stream().flatMap(Optional::stream).toList();
        List<LocalDate> days = left.stream()
                .map(document -> Days.at(Instant.parse(document.get("at").stringValue())))
                .flatMap(day -> Stream.of(day, day.minusDays(1)))
                .distinct()
                .toList();
        Plan best = plan;
        for (LocalDate day : days) {
            Plan other = plan.on(day);
            best = other.countOf(left) > best.countOf(left) ? other : best;
        }
        return best;
    }

    /** Chains side by side, each in the order of the file; the first refusal ends them all. */
    private int carryOut(Plan plan, List<PlannedAct> plannedActs, ImportContext context) {
        AtomicInteger written = new AtomicInteger();
        AtomicBoolean refusedOnce = new AtomicBoolean();
        List<Callable<Optional<RowError>>> chains = new ArrayList<>();
        for (List<PlannedAct> chain : chains(plannedActs)) {
            chains.add(() -> {
                for (PlannedAct planned : chain) {
                    if (refusedOnce.get()) {
                        break;
                    }
                    try {
                        written.addAndGet(planned.carryOut(context) ? 0 : 1);
                    } catch (RefusedException refused) {
                        refusedOnce.set(true);
                        return Optional.of(plan.rows().about(planned.rowOf(refused), refused));
                    }
                }
                return Optional.empty();
            });
        }
        List<RowError> errors =
                executor.all(chains).stream().flatMap(Optional::stream).toList();
        if (!errors.isEmpty()) {
            throw new ImportRefusedException(errors, 0, written.get());
        }
        return written.get();
    }

    private static Collection<List<PlannedAct>> chains(List<PlannedAct> plannedActs) {
        Map<String, List<PlannedAct>> chains = new HashMap<>();
        plannedActs.forEach(planned -> chains.computeIfAbsent(planned.chain(), fresh -> new ArrayList<>())
                .add(planned));
        return chains.values();
    }
}
