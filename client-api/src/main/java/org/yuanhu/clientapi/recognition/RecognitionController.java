package org.yuanhu.clientapi.recognition;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Recognition;
import org.yuanhu.chaincode.recognition.Recognitions;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Scheme;
import org.yuanhu.clientapi.act.Acts;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;

/** Schemes of recognition, and the products that go through them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "recognition")
class RecognitionController {
    private final Acts acts;
    private final Documents documents;

    RecognitionController(Acts acts, Documents documents) {
        this.acts = acts;
        this.documents = documents;
    }

    @PostMapping("/schemes")
    @Operation(summary = "Define a scheme's steps and who takes each")
    ResponseEntity<Submitted> defineScheme(@RequestBody DefineScheme act) {
        return acts.submit(act);
    }

    @PostMapping("/recognitions")
    @Operation(summary = "Apply for the recognition of a product of one county")
    ResponseEntity<Submitted> apply(@RequestBody Apply act) {
        return acts.submit(act);
    }

    @PostMapping("/recognition-steps")
    @Operation(summary = "Take the next step of a recognition")
    ResponseEntity<Submitted> advance(@RequestBody Advance act) {
        return acts.submit(act);
    }

    @PostMapping("/revocations")
    @Operation(summary = "Revoke a recognition, with the reason")
    ResponseEntity<Submitted> revoke(@RequestBody Revoke act) {
        return acts.submit(act);
    }

    @GetMapping("/schemes/{scheme}")
    @Operation(summary = "A scheme")
    Scheme scheme(@PathVariable String scheme) {
        return documents.get(Recognitions.SCHEMES, new SchemeId(scheme));
    }

    @GetMapping("/recognitions/{recognition}")
    @Operation(summary = "A recognition and how it stands")
    Recognition recognition(@PathVariable String recognition) {
        return documents.get(Recognitions.TABLE, new RecognitionId(recognition));
    }
}
