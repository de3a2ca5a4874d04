package org.yuanhu.clientapi.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.clientapi.imports.plan.PlannedAct;
import org.yuanhu.clientapi.imports.plan.PlannedSubmission;
import org.yuanhu.clientapi.imports.sheet.ImportRefusedException;
import org.yuanhu.clientapi.imports.sheet.RowError;
import org.yuanhu.clientapi.imports.sheet.Rows;
import org.yuanhu.clientapi.imports.sheet.Spreadsheet;
import org.yuanhu.clientapi.imports.table.Basis;
import org.yuanhu.clientapi.imports.table.LedgerView;
import org.yuanhu.vocabulary.rule.RefusedException;
import tools.jackson.databind.JsonNode;

/**
 * What a file asks for, if it is imported on a certain day.
 *
 * @param size rows below the header
 */
record Plan(ImportFile file, Basis basis, Rows rows, int size, List<PlannedAct> plannedActs) {
    /** @throws ImportRefusedException if a row cannot be read or breaks a rule that needs no ledger to tell */
    static Plan of(ImportFile file, LocalDate day, LedgerView ledger) {
        Basis basis = new Basis(file.digest(), day, ledger);
        try {
            Spreadsheet spreadsheet = Spreadsheet.read(file.content());
            Rows rows = Rows.read(spreadsheet, file.table().columns());
            List<PlannedAct> plannedActs = file.table().plan(rows, basis);
            rows.mustBeRight();
            return new Plan(file, basis, rows, spreadsheet.lines().size(), plannedActs);
        } catch (RefusedException refused) {
            throw new ImportRefusedException(List.of(RowError.ofFile(refused)));
        }
    }

    /** The same file, imported on another day. */
    Plan on(LocalDate day) {
        return of(file, day, basis.ledger());
    }

    /** How many of these acts' documents are of acts this plan asks for. */
    long countOf(List<JsonNode> documents) {
        Set<JsonNode> acts = plannedActs.stream()
                .filter(PlannedSubmission.class::isInstance)
                .map(planned -> Json.tree(Json.write(((PlannedSubmission) planned).act())))
                .collect(Collectors.toSet());
        return documents.stream()
                .filter(document -> acts.contains(document.get("act")))
                .count();
    }
}
