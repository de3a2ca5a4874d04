package org.yuanhu.clientapi.household;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.household.Household;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.clientapi.observe.RequestId;
import org.yuanhu.clientapi.user.CurrentUser;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;

/** Households: who they are stays private, that a county vouches for them is public. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "household")
class HouseholdController {
    private final Acts acts;
    private final Documents documents;
    private final Households households;
    private final PrivateLooks looks;
    private final CurrentUser user;

    HouseholdController(Acts acts, Documents documents, Households households, PrivateLooks looks, CurrentUser user) {
        this.acts = acts;
        this.documents = documents;
        this.households = households;
        this.looks = looks;
        this.user = user;
    }

    @PostMapping("/households")
    @Operation(summary = "Enrol a household in private and vouch for it in public")
    ResponseEntity<Enrolled> enrol(@RequestBody Enrol request) {
        Enrolled enrolled = households.enrol(user.identity(), request);
        return ResponseEntity.status(enrolled.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(enrolled);
    }

    @GetMapping("/households/{household}")
    @Operation(summary = "What is public of a household")
    Household household(@PathVariable String household) {
        return documents.get(org.yuanhu.chaincode.household.Households.TABLE, new HouseholdId(household));
    }

    @GetMapping("/households/{household}/fields/{field}")
    @Operation(
            summary = "One private field with its salt, for the household's county and cooperatives; each look is kept")
    Disclosure disclose(@PathVariable String household, @PathVariable String field) {
        HouseholdId asked = new HouseholdId(household);
        FieldName name = new FieldName(field);
        Disclosure told = households.disclose(user.identity(), asked, name);
        looks.add(user.user().orElseThrow().name(), asked, name, RequestId.current());
        return told;
    }

    @DeleteMapping("/households/{household}/person")
    @Operation(summary = "Erase who a household is, everywhere and for good")
    Erased erase(@PathVariable String household) {
        return households.erase(user.identity(), new HouseholdId(household));
    }

    @PostMapping("/suspensions")
    @Operation(summary = "Suspend a household: its goods are not taken in")
    ResponseEntity<Submitted> suspend(@RequestBody Suspend act) {
        return acts.submit(act);
    }

    @PostMapping("/reinstatements")
    @Operation(summary = "Lift a suspension")
    ResponseEntity<Submitted> reinstate(@RequestBody Reinstate act) {
        return acts.submit(act);
    }

    @PostMapping("/withdrawals")
    @Operation(summary = "Withdraw what was vouched for")
    ResponseEntity<Submitted> withdraw(@RequestBody Withdraw act) {
        return acts.submit(act);
    }

    @PostMapping("/consents")
    @Operation(summary = "A household allows, or no longer allows, that one field is told")
    ResponseEntity<Submitted> consent(@RequestBody Consent act) {
        return acts.submit(act);
    }
}
