package org.yuanhu.clientapi.ceiling;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.allotment.Ceilings;
import org.yuanhu.chaincode.ceiling.Allot;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.ceiling.Yield;
import org.yuanhu.chaincode.ceiling.Yields;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.time.Season;

/** How much a household can harvest, and through whom it sells it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "ceiling")
class CeilingController {
    private final Acts acts;
    private final Documents documents;

    CeilingController(Acts acts, Documents documents) {
        this.acts = acts;
        this.documents = documents;
    }

    @PostMapping("/yields")
    @Operation(summary = "Set the province's yield of a commodity in a season")
    ResponseEntity<Submitted> setYield(@RequestBody SetYield act) {
        return acts.submit(act);
    }

    @PostMapping("/ceilings")
    @Operation(summary = "Propose a household's ceiling")
    ResponseEntity<Submitted> propose(@RequestBody Propose act) {
        return acts.submit(act);
    }

    @PostMapping("/ceiling-confirmations")
    @Operation(summary = "Confirm what another officer proposed")
    ResponseEntity<Submitted> confirm(@RequestBody Confirm act) {
        return acts.submit(act);
    }

    @PostMapping("/allotments")
    @Operation(summary = "Allot a part of the ceiling to one cooperative")
    ResponseEntity<Submitted> allot(@RequestBody Allot act) {
        return acts.submit(act);
    }

    @GetMapping("/yields/{commodity}/{season}")
    @Operation(summary = "A yield")
    Yield yieldOf(@PathVariable String commodity, @PathVariable String season) {
        return documents.get(Yields.TABLE, new CommodityCode(commodity), new Season(season));
    }

    @GetMapping("/ceilings/{household}/{commodity}/{season}")
    @Operation(summary = "A household's ceiling, every revision of it, and what is allotted")
    Ceiling ceiling(@PathVariable String household, @PathVariable String commodity, @PathVariable String season) {
        return documents.get(
                Ceilings.TABLE, new HouseholdId(household), new CommodityCode(commodity), new Season(season));
    }
}
