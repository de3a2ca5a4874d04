package org.yuanhu.chaincode.stored;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.jspecify.annotations.Nullable;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.household.PersonDigest;
import org.yuanhu.chaincode.intake.SheetOrigin;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.vocabulary.id.HouseholdId;
import tools.jackson.core.type.TypeReference;

/** Reads and writes the documents of one kind, with the record the rule book itself uses. */
record DocumentReader(Function<String, Object> reading, Function<Object, String> writing) {
    /** The rule book's records and contracts. */
    static final JavaClasses CHAINCODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.yuanhu.chaincode");

    /** Answers to a client that nobody keeps, and a file of configuration. */
    static final Set<String> NOT_STORED = Set.of(
            "yuanhu-authorities-v1",
            "yuanhu-receipt-v1",
            "yuanhu-page-v1",
            "yuanhu-enrolment-v1",
            "yuanhu-erasure-v1",
            "yuanhu-disclosure-v1",
            "yuanhu-sealed-disclosure-v1");

    /** What the chaincode adds to an act's document. */
    static final Map<Operation, Class<?>> DERIVED = Map.of(
            Operation.RECORD_SHEET, SheetOrigin.class,
            Operation.PACK, Batch.class,
            Operation.ASSIGN_RUN, Run.class);

    Object read(String text) {
        return reading.apply(text);
    }

    String write(Object document) {
        return writing.apply(document);
    }

    static DocumentReader of(String kind) {
        return switch (kind) {
            case "private-family" -> new DocumentReader(HouseholdId::new, Object::toString);
            case "private-digests" ->
                json(text -> Json.stored("digests", text, new TypeReference<List<PersonDigest>>() {}));
            case "yuanhu-act-v1" -> json(DocumentReader::act);
            default -> {
                Class<?> type = Objects.requireNonNull(records().get(kind), "nothing reads " + kind);
                yield json(text -> Json.stored(kind, text, type));
            }
        };
    }

    private static DocumentReader json(Function<String, Object> reading) {
        return new DocumentReader(reading, Json::write);
    }

    /** The formats that are stored, or handed out as evidence. */
    static Set<String> storedKinds() {
        Set<String> kinds = new TreeSet<>(records().keySet());
        kinds.removeAll(NOT_STORED);
        return kinds;
    }

    /** The acts, by the names of their files. */
    static Set<String> acts() {
        return Arrays.stream(Operation.values())
                .filter(operation -> actOf(operation) != null)
                .map(operation -> operation.text().replace(':', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object act(String text) {
        Operation type =
                Operation.of(Json.tree(text).path("type").stringValue()).orElseThrow();
        Type[] parts = {actOf(type), DERIVED.getOrDefault(type, Object.class)};
        return Json.stored("act", text, new TypeReference<Object>() {
            @Override
            public Type getType() {
                return new Parameterized(ActDocument.class, List.of(parts));
            }
        });
    }

    private static Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new TreeMap<>();
        CHAINCODE.stream()
                .filter(type -> type.isAnnotatedWith(Format.class))
                .map(JavaClass::reflect)
                .forEach(type -> records.put(type.getAnnotation(Format.class).value(), type));
        return records;
    }

    /** The record a contract's method takes, if it takes an act. */
    private static @Nullable Class<?> actOf(Operation operation) {
        for (JavaClass contract : CHAINCODE) {
            if (!contract.isAnnotatedWith(Contract.class)) {
                continue;
            }
            Class<?> type = contract.reflect();
            for (Method method : type.getDeclaredMethods()) {
                String name = type.getAnnotation(Contract.class).name() + ":" + method.getName();
                boolean takesAct =
                        method.getParameterCount() == 2 && Act.class.isAssignableFrom(method.getParameterTypes()[1]);
                if (name.equals(operation.text()) && method.isAnnotationPresent(Transaction.class) && takesAct) {
                    return method.getParameterTypes()[1];
                }
            }
        }
        return null;
    }

    /** {@code ActDocument<A, D>} of types known only now. */
    record Parameterized(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
