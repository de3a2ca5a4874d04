package org.yuanhu.clientapi.batch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.batch.Balance;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Batches;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;

/** Batches packed from intake lines, with hard mass balance. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "batch")
class BatchController {
    private final Acts acts;
    private final Documents documents;

    BatchController(Acts acts, Documents documents) {
        this.acts = acts;
        this.documents = documents;
    }

    @PostMapping("/batches")
    @Operation(summary = "Pack a batch from whole intake lines")
    ResponseEntity<Submitted> pack(@RequestBody Pack act) {
        return acts.submit(act);
    }

    @GetMapping("/batches/{gtin}/{lot}")
    @Operation(summary = "A batch as packed")
    Batch batch(@PathVariable String gtin, @PathVariable String lot) {
        return documents.get(Batches.TABLE, new Gtin(gtin), new Lot(lot));
    }

    @GetMapping("/batches/{gtin}/{lot}/balance")
    @Operation(summary = "What of a batch is not yet under a label")
    Balance balance(@PathVariable String gtin, @PathVariable String lot) {
        return documents.get(Batches.BALANCES, new Gtin(gtin), new Lot(lot));
    }
}
