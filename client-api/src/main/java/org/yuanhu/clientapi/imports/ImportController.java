package org.yuanhu.clientapi.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yuanhu.clientapi.imports.sheet.Column;
import org.yuanhu.clientapi.imports.sheet.ImportRefusedException;
import org.yuanhu.clientapi.imports.sheet.RowError;
import org.yuanhu.clientapi.imports.table.Table;
import org.yuanhu.clientapi.imports.table.Tables;
import org.yuanhu.clientapi.problem.Problem;
import org.yuanhu.clientapi.user.CurrentUser;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.rule.RuleText;

/** Spreadsheets over REST. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "imports", description = "CSV files, checked as a whole and added once")
class ImportController {
    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);

    private final Importer importer;
    private final CurrentUser user;

    ImportController(Importer importer, CurrentUser user) {
        this.importer = importer;
        this.user = user;
    }

    /** The tables there are, with their columns. */
    @GetMapping
    @Operation(summary = "The tables that can be imported, and their columns")
    List<Form> tables() {
        return Tables.all().stream().map(Form::of).toList();
    }

    /** A file as its sender's browser uploads it. */
    @PostMapping(path = "/{table}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Import a CSV file")
    Imported upload(@PathVariable String table, @RequestParam MultipartFile file) throws IOException {
        mustBeWithinLimit(file.getSize());
        String name = file.getOriginalFilename();
        return run(table, name == null ? "" : name, file.getBytes());
    }

    /** A file as a program sends it. */
    @PostMapping(path = "/{table}", consumes = "text/csv")
    @Operation(summary = "Import a CSV file sent as the body")
    Imported body(@PathVariable String table, @RequestBody byte[] file) {
        mustBeWithinLimit(file.length);
        return run(table, "", file);
    }

    private Imported run(String table, String name, byte[] bytes) {
        Imported imported = importer.run(user.identity(), new ImportFile(Tables.named(table), name, bytes));
        LOG.info("Imported {} {}: {} of {} acts new", table, imported.digest(), imported.written(), imported.acts());
        return imported;
    }

    private static void mustBeWithinLimit(long bytes) {
        if (bytes > Limits.IMPORT_BYTES) {
            throw RefusedException.by(Rule.IM_03)
                    .with("value", bytes)
                    .with("limit", Limits.IMPORT_BYTES)
                    .build();
        }
    }

    /**
     * The first error decides the status; the first {@value ImportRefusedException#LISTED} are in {@code errors}, and {@code more} says
     * how many there are beyond.
     */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ImportRefusedException refused, Locale locale) {
        ProblemDetail problem = Problem.of(refused.errors().get(0).refused(), locale);
        problem.setProperty("written", refused.written());
        problem.setProperty(
                "errors",
                refused.errors().stream().map(error -> told(error, locale)).toList());
        problem.setProperty("more", refused.more());
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The ledger counts lines from 0. Here a line is the spreadsheet's row, or one of another sheet, which people count from 1. */
    private static Map<String, Object> told(RowError error, Locale locale) {
        Map<String, Object> told = new LinkedHashMap<>();
        Map<String, Object> arguments = new LinkedHashMap<>(error.refused().arguments());
        error.row().ifPresent(row -> told.put("row", row));
        if (arguments.get("line") instanceof Number line) {
            arguments.put(
                    "line",
                    arguments.containsKey("sheet")
                            ? line.longValue() + 1
                            : error.row().orElse(0));
        }
        error.column().ifPresent(column -> {
            String name = locale.getLanguage().equals("zh") ? column.chinese() : column.english();
            told.put("column", name);
            arguments.put("field", name);
        });
        error.value().ifPresent(value -> told.put("value", value));
        told.put("rule", error.refused().rule().id());
        told.put("message", RuleText.of(locale).say(error.refused().rule(), arguments));
        return told;
    }

    /**
     * What a table looks like.
     *
     * @param columns may stand in any order
     */
    record Form(String table, List<Heading> columns) {
        static Form of(Table table) {
            return new Form(
                    table.name(), table.columns().stream().map(Heading::of).toList());
        }
    }

    /** One column: either name may head it. */
    record Heading(String english, String chinese, boolean required) {
        static Heading of(Column<?> column) {
            return new Heading(column.english(), column.chinese(), column.required());
        }
    }
}
