package org.yuanhu.clientapi.act;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.vocabulary.id.ActId;

/** The ledger's documents as they stand there. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "ledger", description = "The ledger's own documents, read at one peer")
class DocumentController {
    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping(path = "/acts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The document an act left: who, when, and the act exactly as it was sent")
    String act(@PathVariable String id) {
        return documents.act(new ActId(id));
    }

    @GetMapping("/ledger/{type}")
    @Operation(summary = "Documents of one type in the order of their keys, page by page")
    Page list(
            @PathVariable String type,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "") String bookmark) {
        return documents.list(type, prefix, size, bookmark);
    }
}
