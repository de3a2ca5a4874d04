package org.yuanhu.clientapi.label;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Batches;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Makes print runs: number and secret first, on disk and sealed to others; then the root; then the act. Whenever it is cut short, the same
 * order sent again goes on with the same number and secret, and the rule book knows the act by its id.
 *
 * <p>The orders of one cooperative queue here, so that no two try for the same number; those of different cooperatives do not.
 */
public final class PrintRuns {
    private static final Logger LOG = LoggerFactory.getLogger(PrintRuns.class);
    private static final int QUEUES = 64;
    private static final int ATTEMPTS = 8;

    private final Ledger ledger;
    private final RunSecrets secrets;
    private final RunRoots roots;
    private final RunBlocks blocks;
    private final ConsortiumId consortium;
    private final Object[] queues = new Object[QUEUES];

    PrintRuns(Ledger ledger, RunSecrets secrets, RunRoots roots, ConsortiumId consortium) {
        this.ledger = ledger;
        this.secrets = secrets;
        this.roots = roots;
        this.blocks = new RunBlocks(ledger);
        this.consortium = consortium;
        for (int i = 0; i < QUEUES; i++) {
            queues[i] = new Object();
        }
    }

    /**
     * Assigns a print run to a batch and returns when it is committed.
     *
     * @param clerk of the cooperative that packed the batch; signs the act
     * @throws RefusedException by whatever rule it breaks; nothing is on the ledger then
     */
    public AssignedRun assign(UserIdentity clerk, PrintRunOrder order) {
        Batch batch = ledger.get(clerk, Batches.TABLE, order.gtin(), order.lot());
        mustBeOf(clerk, batch.cooperative());
        synchronized (queues[Math.floorMod(batch.cooperative().hashCode(), QUEUES)]) {
            return assign(clerk, order, batch.cooperative());
        }
    }

    private AssignedRun assign(UserIdentity clerk, PrintRunOrder order, CreditCode cooperative) {
        Optional<RunNumber> asked = order.run();
        asked.ifPresent(run -> blocks.mustHave(clerk, cooperative, run));
        RunNumber run = asked.or(() -> secrets.runOf(order.id())).orElseGet(() -> blocks.next(clerk, cooperative));
        for (int attempt = 1; ; attempt++) {
            try {
                return submit(clerk, order, run);
            } catch (RefusedException refused) {
                // The rule book knows the act by its id before it looks at the number: so this act is not on the
                // ledger.
                if (refused.rule() != Rule.RN_02 || asked.isPresent() || attempt == ATTEMPTS) {
                    throw refused;
                }
                LOG.info("Run number {} was taken meanwhile, another is tried", run);
                run = blocks.next(clerk, cooperative);
            }
        }
    }

    private AssignedRun submit(UserIdentity clerk, PrintRunOrder order, RunNumber run) {
        PrintRunLabels labels = new PrintRunLabels(
                new PrintRun(consortium, order.labelClass(), order.gtin(), order.lot(), run, order.count()),
                secrets.ofRun(run));
        secrets.give(order.id(), run);
        Hash root = labels.root();
        roots.keep(run, root);
        AssignRun act = new AssignRun(
                order.id(),
                run,
                order.gtin(),
                order.lot(),
                order.labelClass(),
                order.count(),
                root,
                order.recognitions());
        Submitted submitted = ledger.submit(clerk, act);
        return new AssignedRun(
                order.id(),
                run,
                order.gtin(),
                order.lot(),
                order.labelClass(),
                order.count(),
                act.root(),
                submitted.repeated(),
                submitted.transactionId(),
                submitted.block(),
                "/api/v1/print-runs/" + run + "/labels.pdf");
    }

    /**
     * The rule book judges again; here it keeps strangers from making secrets for numbers that are not theirs, and from learning tags.
     *
     * @throws RefusedException AC-06
     */
    static void mustBeOf(UserIdentity clerk, CreditCode cooperative) {
        String own = FabricAttributes.of(clerk.certificate()).getOrDefault("yuanhu.cooperative", "");
        if (!own.equals(cooperative.value())) {
            throw RefusedException.by(Rule.AC_06)
                    .with("cooperative", cooperative.value())
                    .with("own", own)
                    .build();
        }
    }
}
