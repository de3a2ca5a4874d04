package org.yuanhu.clientapi.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.Sheets;
import org.yuanhu.chaincode.intake.Spent;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.vocabulary.id.ActId;

/** Sheets of what households handed in at the scale. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "intake")
class IntakeController {
    private final Acts acts;
    private final Documents documents;

    IntakeController(Acts acts, Documents documents) {
        this.acts = acts;
        this.documents = documents;
    }

    @PostMapping("/intake-sheets")
    @Operation(summary = "Record a sheet of up to 500 lines in one transaction")
    ResponseEntity<Submitted> record(@RequestBody RecordSheet act) {
        return acts.submit(act);
    }

    @GetMapping("/intake-sheets/{sheet}/spent")
    @Operation(summary = "Which lines of a sheet are in a batch already")
    Spent spent(@PathVariable String sheet) {
        return documents.get(Sheets.SPENT, new ActId(sheet));
    }
}
