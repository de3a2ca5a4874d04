package org.yuanhu.clientapi.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRegion;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.AdmittedPrefix;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.registry.CompanyPrefixes;
import org.yuanhu.chaincode.registry.Cooperative;
import org.yuanhu.chaincode.registry.Region;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.chaincode.registry.RunBlock;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;

/** Regions, cooperatives and the blocks of run numbers they print under. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "registry")
class RegistryController {
    private final Acts acts;
    private final Documents documents;

    RegistryController(Acts acts, Documents documents) {
        this.acts = acts;
        this.documents = documents;
    }

    @PostMapping("/regions")
    @Operation(summary = "Admit a region")
    ResponseEntity<Submitted> admitRegion(@RequestBody AdmitRegion act) {
        return acts.submit(act);
    }

    @PostMapping("/cooperatives")
    @Operation(summary = "Admit a cooperative")
    ResponseEntity<Submitted> admitCooperative(@RequestBody AdmitCooperative act) {
        return acts.submit(act);
    }

    @PostMapping("/run-blocks")
    @Operation(summary = "Give a cooperative a block of 100 run numbers")
    ResponseEntity<Submitted> admitRunBlock(@RequestBody AdmitRunBlock act) {
        return acts.submit(act);
    }

    @PostMapping("/company-prefixes")
    @Operation(summary = "Let a cooperative register products under its GS1 company prefix")
    ResponseEntity<Submitted> admitCompanyPrefix(@RequestBody AdmitCompanyPrefix act) {
        return acts.submit(act);
    }

    @GetMapping("/company-prefixes/{prefix}")
    @Operation(summary = "Whose a GS1 company prefix is")
    AdmittedPrefix companyPrefix(@PathVariable String prefix) {
        return documents.get(CompanyPrefixes.TABLE, new CompanyPrefix(prefix));
    }

    @GetMapping("/regions/{code}")
    @Operation(summary = "A region as admitted")
    Region region(@PathVariable String code) {
        return documents.get(Registry.REGIONS, new RegionCode(code));
    }

    @GetMapping("/cooperatives/{code}")
    @Operation(summary = "A cooperative as admitted")
    Cooperative cooperative(@PathVariable String code) {
        return documents.get(Registry.COOPERATIVES, new CreditCode(code));
    }

    @GetMapping("/run-blocks/{block}")
    @Operation(summary = "Whose a block of run numbers is")
    RunBlock runBlock(@PathVariable String block) {
        return documents.get(Registry.BLOCKS, new BlockNumber(block));
    }
}
