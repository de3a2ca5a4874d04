package org.yuanhu.clientapi.label;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.chaincode.label.Runs;
import org.yuanhu.clientapi.act.Documents;
import org.yuanhu.clientapi.user.CurrentUser;
import org.yuanhu.qrtools.print.PdfSheets;
import org.yuanhu.qrtools.print.Printer;
import org.yuanhu.qrtools.print.Sheet;
import org.yuanhu.vocabulary.label.RunNumber;

/** Print runs: ordered, then printed as sheets or one by one. */
@RestController
@RequestMapping("/api/v1/print-runs")
@Tag(name = "label")
class PrintRunController {
    private final PrintRuns runs;
    private final RunPrinter printer;
    private final CurrentUser user;
    private final Documents documents;

    PrintRunController(PrintRuns runs, RunPrinter printer, CurrentUser user, Documents documents) {
        this.runs = runs;
        this.printer = printer;
        this.user = user;
        this.documents = documents;
    }

    @PostMapping
    @Operation(
            summary = "Assign labels to a batch",
            description =
                    "Makes and keeps the run's secret, then records the run. Without a run number the next free one"
                            + " of the cooperative's blocks is taken. Sent again with the same id it finishes the same run.")
    ResponseEntity<AssignedRun> assign(@RequestBody PrintRunOrder order) {
        AssignedRun assigned = runs.assign(user.identity(), order);
        return ResponseEntity.status(assigned.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(assigned);
    }

    @GetMapping("/{run}")
    @Operation(summary = "A print run as assigned")
    Run run(@PathVariable String run) {
        return documents.get(Runs.TABLE, new RunNumber(run));
    }

    @GetMapping(path = "/{run}/labels.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "All labels of a run on A4 sheets; print them at actual size")
    void pdf(
            @PathVariable String run,
            @RequestParam(defaultValue = "300") @Parameter(description = "the printer's: 203, 300 or 600") int dpi,
            @RequestParam(defaultValue = "21") @Parameter(description = "labels a sheet: 14, 21, 24 or 40") int sheet,
            HttpServletResponse response)
            throws IOException {
        RunPrinter.Job job = printer.job(user.identity(), new RunNumber(run));
        PdfSheets sheets = printer.sheets(job, Printer.ofDpi("dpi", Integer.toString(dpi)), Sheet.ofLabels(sheet));
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"labels-" + run + ".pdf\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        printer.write(sheets, response.getOutputStream());
    }

    @GetMapping(path = "/{run}/labels.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "One label of a run as a picture, one pixel for each printer dot")
    ResponseEntity<byte[]> png(
            @PathVariable String run,
            @RequestParam @Parameter(description = "from 0") int index,
            @RequestParam(defaultValue = "300") int dpi,
            @RequestParam(defaultValue = "21") int sheet)
            throws IOException {
        RunPrinter.Job job = printer.job(user.identity(), new RunNumber(run));
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        printer.write(job, index, Printer.ofDpi("dpi", Integer.toString(dpi)), Sheet.ofLabels(sheet), picture);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(picture.toByteArray());
    }

    @GetMapping("/{run}/labels/{index}")
    @Operation(summary = "What is on one label: its serial number and the address in its symbol")
    LabelDocument label(@PathVariable String run, @PathVariable int index) {
        RunPrinter.Job job = printer.job(user.identity(), new RunNumber(run));
        return new LabelDocument(
                new RunNumber(run),
                index,
                job.labels().path(index).serial().grouped(),
                printer.address(job.labels(), index));
    }
}
