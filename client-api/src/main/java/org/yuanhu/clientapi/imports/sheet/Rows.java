package org.yuanhu.clientapi.imports.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yuanhu.chaincode.json.Confidential;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** The rows of a table, and what was found wrong with them so far: everything is looked at before anything is refused. */
public final class Rows {
    private final List<Column<?>> columns;
    private final List<Row> readable = new ArrayList<>();
    private final RowErrors errors = new RowErrors();

    private Rows(List<Column<?>> columns) {
        this.columns = columns;
    }

    /**
     * Reads every cell of a spreadsheet by its column.
     *
     * @throws RefusedException IM-06 to IM-08: the header is not this table's
     */
    public static Rows read(Spreadsheet spreadsheet, List<Column<?>> columns) {
        Map<Integer, Column<?>> places = places(spreadsheet.header(), columns);
        Rows rows = new Rows(columns);
        spreadsheet.lines().forEach(line -> rows.read(line, places));
        return rows;
    }

    /** The rows without an error in a cell, in the order of the file. */
    public List<Row> readable() {
        return List.copyOf(readable);
    }

    /** What each row asks for; a refusal becomes the row's error. */
    public <T> List<T> map(Function<Row, T> meaning) {
        List<T> meanings = new ArrayList<>();
        for (Row row : readable) {
            attempt(List.of(row), () -> meanings.add(meaning.apply(row)));
        }
        return meanings;
    }

    /** What rows of the same key ask for together, in the order in which the keys first stand. */
    public <K, T> List<T> mapGroups(Function<Row, K> key, Function<List<Row>, T> meaning) {
        Map<K, List<Row>> groups = new LinkedHashMap<>();
        readable.forEach(row -> groups.computeIfAbsent(key.apply(row), fresh -> new ArrayList<>())
                .add(row));
        List<T> meanings = new ArrayList<>();
        groups.values().forEach(group -> attempt(group, () -> meanings.add(meaning.apply(group))));
        return meanings;
    }

    /** Refuses, by IM-17, each row that has the key of one above it. */
    public <K> Rows distinct(Function<Row, K> key) {
        Map<K, Row> first = new HashMap<>();
        for (Row row : readable) {
            Row earlier = first.putIfAbsent(key.apply(row), row);
            if (earlier != null) {
                refuse(
                        row.number(),
                        RefusedException.by(Rule.IM_17)
                                .with("row", row.number())
                                .with("other", earlier.number())
                                .build());
            }
        }
        return this;
    }

    /** Adds a reason against one row; several threads may. */
    public void refuse(int row, RefusedException refused) {
        errors.add(about(row, refused));
    }

    /** A reason against one row, and the column if the refusal's field is called like one. */
    public RowError about(int row, RefusedException refused) {
        String path = String.valueOf(refused.arguments().get("field"));
        String field = path.substring(path.lastIndexOf('.') + 1);
        Optional<Column<?>> column = columns.stream()
                .filter(candidate -> candidate.english().equals(field))
                .findFirst();
        Optional<String> value = Optional.ofNullable(refused.arguments().get("value"))
                .filter(any -> column.isPresent())
                .map(Object::toString);
        boolean personal = column.filter(Column::personal).isPresent();
        return new RowError(
                Optional.of(row), column, personal ? Optional.empty() : value, personal ? untold(refused) : refused);
    }

    /**
     * Ends the reading: whatever was found wrong is reported together, see {@link ImportRefusedException#LISTED}.
     *
     * @throws ImportRefusedException if anything is wrong
     */
    public void mustBeRight() {
        errors.mustBeNone();
    }

    private void attempt(List<Row> rows, Runnable meaning) {
        try {
            meaning.run();
        } catch (RefusedException refused) {
            refuse(rows.get(0).number(), refused);
        }
    }

    private void read(Spreadsheet.Line line, Map<Integer, Column<?>> places) {
        long before = errors.count();
        Map<Column<?>, Object> values = new HashMap<>();
        for (int place = 0; place < line.cells().size(); place++) {
            String cell = line.cells().get(place);
            Column<?> column = places.get(place);
            if (column == null && !cell.isBlank()) {
                refuse(
                        line.number(),
                        RefusedException.by(Rule.IM_09)
                                .with("row", line.number())
                                .with("value", isOfPersons(columns) ? Confidential.UNTOLD : cell)
                                .build());
            } else if (column != null && !cell.isBlank()) {
                readCell(line.number(), column, cell, values);
            }
        }
        if (errors.count() == before) {
            columns.stream()
                    .filter(column -> column.required() && !values.containsKey(column))
                    .forEach(column -> errors.add(new RowError(
                            Optional.of(line.number()),
                            Optional.of(column),
                            Optional.of(""),
                            RefusedException.by(Rule.IM_10)
                                    .with("field", column.english())
                                    .build())));
        }
        if (errors.count() == before) {
            readable.add(new Row(line.number(), values));
        }
    }

    private void readCell(int row, Column<?> column, String cell, Map<Column<?>, Object> values) {
        try {
            values.put(column, column.reader().apply(cell));
        } catch (RefusedException refused) {
            errors.add(
                    column.personal()
                            ? new RowError(Optional.of(row), Optional.of(column), Optional.empty(), untold(refused))
                            : new RowError(Optional.of(row), Optional.of(column), Optional.of(cell), refused));
        }
    }

    private static boolean isOfPersons(List<Column<?>> columns) {
        return columns.stream().anyMatch(Column::personal);
    }

    /** The rule and the column; what stood there is not repeated. */
    private static RefusedException untold(RefusedException refused) {
        Map<String, Object> arguments = new LinkedHashMap<>(refused.arguments());
        arguments.replace("value", Confidential.UNTOLD);
        return new RefusedException(refused.rule(), arguments);
    }

    private static Map<Integer, Column<?>> places(List<String> header, List<Column<?>> columns) {
        Map<Integer, Column<?>> places = new HashMap<>();
        for (int place = 0; place < header.size(); place++) {
            String cell = header.get(place);
            if (cell.isBlank()) {
                continue;
            }
            // a file without a header has a person where the header should be
            String told = isOfPersons(columns) ? Confidential.UNTOLD : cell;
            Column<?> column = columns.stream()
                    .filter(candidate -> candidate.isCalled(cell))
                    .findFirst()
                    .orElseThrow(() ->
                            RefusedException.by(Rule.IM_07).with("value", told).build());
            if (places.containsValue(column)) {
                throw RefusedException.by(Rule.IM_08).with("value", told).build();
            }
            places.put(place, column);
        }
        columns.stream()
                .filter(column -> column.required() && !places.containsValue(column))
                .findFirst()
                .ifPresent(missing -> {
                    throw RefusedException.by(Rule.IM_06)
                            .with("column", missing.chinese())
                            .with("english", missing.english())
                            .build();
                });
        return places;
    }
}
