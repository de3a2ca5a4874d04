package org.yuanhu.clientapi.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.chaincode.label.Runs;
import org.yuanhu.chaincode.registry.Cooperative;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.print.LabelPictures;
import org.yuanhu.qrtools.print.LabelText;
import org.yuanhu.qrtools.print.PdfSheets;
import org.yuanhu.qrtools.print.Printer;
import org.yuanhu.qrtools.print.Sheet;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Prints the labels of runs that are on the ledger, for who belongs to the cooperative: labels carry tags, which nobody else may learn. A
 * run whose root does not follow from the secret kept here is not printed: its labels would be refused wherever they are scanned.
 */
final class RunPrinter {
    private static final int AT_ONCE = 2;

    private final Ledger ledger;
    private final RunSecrets secrets;
    private final RunRoots roots;
    private final ConsortiumId consortium;
    private final Origin origin;
    private final Semaphore printing = new Semaphore(AT_ONCE);

    RunPrinter(Ledger ledger, RunSecrets secrets, RunRoots roots, ConsortiumId consortium, Origin origin) {
        this.ledger = ledger;
        this.secrets = secrets;
        this.roots = roots;
        this.consortium = consortium;
        this.origin = origin;
    }

    /** Every label of one run, and the words on them. */
    record Job(PrintRunLabels labels, LabelText text) {}

    /**
     * Looks up what is to be printed.
     *
     * @throws RefusedException RN-07 no such run, AC-06 another cooperative's, LB-08 its secret is not kept here, LB-07 the secret is not this
     *     run's
     */
    Job job(UserIdentity who, RunNumber number) {
        Run run = ledger.get(who, Runs.TABLE, number);
        PrintRuns.mustBeOf(who, run.cooperative());
        RunSecret secret = secrets.find(number)
                .orElseThrow(() -> RefusedException.by(Rule.LB_08)
                        .with("run", number.value())
                        .build());
        PrintRunLabels labels = new PrintRunLabels(
                new PrintRun(consortium, run.labelClass(), run.gtin(), run.lot(), number, run.count()), secret);
        roots.mustBe(labels, run.root());
        Product product = ledger.get(who, Catalogue.PRODUCTS, run.gtin());
        Cooperative cooperative = ledger.get(who, Registry.COOPERATIVES, run.cooperative());
        return new Job(labels, new LabelText(product.name(), cooperative.name()));
    }

    /**
     * Makes the sheets of a run ready; what does not fit is refused here, before a byte is written.
     *
     * @throws RefusedException LB-04, LB-05 or LB-10
     */
    PdfSheets sheets(Job job, Printer printer, Sheet sheet) {
        return new PdfSheets(job.labels(), origin, job.text(), printer, sheet);
    }

    /** Writes all sheets, at most two runs at a time; memory does not grow with the run. */
    void write(PdfSheets sheets, OutputStream out) throws IOException {
        printing.acquireUninterruptibly();
        try {
            sheets.write(out);
        } finally {
            printing.release();
        }
    }

    /**
     * One label as a picture.
     *
     * @throws RefusedException LB-03 no such index; LB-04, LB-05 or LB-10
     */
    void write(Job job, int index, Printer printer, Sheet sheet, OutputStream out) throws IOException {
        job.labels().path(index);
        new LabelPictures(job.labels(), origin, job.text(), printer, sheet).write(index, out);
    }

    /** The address in the symbol of one label. */
    String address(PrintRunLabels labels, int index) {
        return origin.value() + labels.path(index).text();
    }
}
