package org.yuanhu.clientapi.imports.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The cells of a CSV file, as far as commas, quotes and line ends go (RFC 4180).
 *
 * @param header the first row
 * @param lines the rows below it that are not empty
 */
public record Spreadsheet(List<String> header, List<Line> lines) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setLenientEof(false)
            .setTrailingData(false)
            .get();

    /**
     * One row.
     *
     * @param number as a spreadsheet numbers it: the header is row 1, a cell of several lines counts once
     */
    public record Line(int number, List<String> cells) {}

    /**
     * Reads a whole file.
     *
     * @throws RefusedException IM-01 to IM-05 and IM-18
     */
    public static Spreadsheet read(byte[] bytes) {
        if (bytes.length > Limits.IMPORT_BYTES) {
            throw RefusedException.by(Rule.IM_03)
                    .with("value", bytes.length)
                    .with("limit", Limits.IMPORT_BYTES)
                    .build();
        }
        List<Line> lines = parse(SpreadsheetText.of(bytes));
        if (lines.size() < 2) {
            throw RefusedException.by(Rule.IM_18).build();
        }
        if (lines.size() - 1 > Limits.IMPORT_ROWS) {
            throw RefusedException.by(Rule.IM_04)
                    .with("value", lines.size() - 1)
                    .with("limit", Limits.IMPORT_ROWS)
                    .build();
        }
        return new Spreadsheet(lines.get(0).cells(), lines.subList(1, lines.size()));
    }

    private static List<Line> parse(String text) {
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            for (CSVRecord row : parser) {
                List<String> cells = withoutEmptyEnd(row.toList());
                if (!cells.isEmpty()) {
                    lines.add(new Line(Math.toIntExact(row.getRecordNumber()), cells));
                }
            }
        } catch (CSVException | UncheckedIOException quotes) {
            throw RefusedException.by(Rule.IM_05)
                    .with(
                            "row",
                            lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number() + 1)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isBlank()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }
}
