package org.yuanhu.clientapi.membership;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.members.Membership;
import org.yuanhu.chaincode.members.Memberships;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.membership.Leave;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;

/** Which household sells through which cooperative. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "membership")
class MembershipController {
    private final Acts acts;
    private final Documents documents;

    MembershipController(Acts acts, Documents documents) {
        this.acts = acts;
        this.documents = documents;
    }

    @PostMapping("/memberships")
    @Operation(summary = "A household joins a cooperative")
    ResponseEntity<Submitted> join(@RequestBody Join act) {
        return acts.submit(act);
    }

    @PostMapping("/departures")
    @Operation(summary = "A household leaves a cooperative")
    ResponseEntity<Submitted> leave(@RequestBody Leave act) {
        return acts.submit(act);
    }

    @GetMapping("/memberships/{household}/{cooperative}")
    @Operation(summary = "From when, and until when")
    Membership membership(@PathVariable String household, @PathVariable String cooperative) {
        return documents.get(Memberships.TABLE, new HouseholdId(household), new CreditCode(cooperative));
    }
}
