package org.yuanhu.chaincode.testledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test one founded {@link World}, shared by all classes that ask for it: starting a ledger is dearer than a test. A test takes
 * households nobody else has by {@link World#next}. Where the ledger cannot be had, the tests are skipped.
 */
public final class SharedWorld implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = TestLedger.whyNotHere();
        if (missing.isEmpty()) {
            return isTried(context)
                    ? ConditionEvaluationResult.enabled("the ledger is here")
                    : ConditionEvaluationResult.disabled("left out of this run's part; -Plong tries all");
        }
        System.out.println("Skipped " + context.getDisplayName() + ": " + missing.get());
        return ConditionEvaluationResult.disabled(missing.get());
    }

    private static boolean isTried(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> TestLedger.tries(context.getRequiredTestClass().getName() + "." + method.getName()))
                .orElse(true);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (Boolean.getBoolean("yuanhu.test.oneWorld")) {
            return OfTheProcess.HELD.world;
        }
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(SharedWorld.class, key -> new Held(), Held.class)
                .world;
    }

    /** Where each test is a run of its own, as under PIT, the runs of one process share a world. */
    private static final class OfTheProcess {
        private static final Held HELD = new Held();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    HELD.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
    }

    private static final class Held implements AutoCloseable {
        private final Path folder;
        private final World world;

        Held() {
            try {
                folder = Files.createTempDirectory("yuanhu-rulebook");
                world = World.founded(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            world.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
