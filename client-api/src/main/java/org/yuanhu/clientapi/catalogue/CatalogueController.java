package org.yuanhu.clientapi.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.catalogue.Commodity;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Gtin;

/** What is grown or made, and what is sold. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "catalogue")
class CatalogueController {
    private final Acts acts;
    private final Documents documents;

    CatalogueController(Acts acts, Documents documents) {
        this.acts = acts;
        this.documents = documents;
    }

    @PostMapping("/commodities")
    @Operation(summary = "Define a commodity and its unit")
    ResponseEntity<Submitted> defineCommodity(@RequestBody DefineCommodity act) {
        return acts.submit(act);
    }

    @PostMapping("/products")
    @Operation(summary = "Register a cooperative's product")
    ResponseEntity<Submitted> registerProduct(@RequestBody RegisterProduct act) {
        return acts.submit(act);
    }

    @GetMapping("/commodities/{code}")
    @Operation(summary = "A commodity")
    Commodity commodity(@PathVariable String code) {
        return documents.get(Catalogue.COMMODITIES, new CommodityCode(code));
    }

    @GetMapping("/products/{gtin}")
    @Operation(summary = "A product")
    Product product(@PathVariable String gtin) {
        return documents.get(Catalogue.PRODUCTS, new Gtin(gtin));
    }
}
