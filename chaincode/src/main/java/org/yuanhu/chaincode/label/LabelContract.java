package org.yuanhu.chaincode.label;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Batches;
import org.yuanhu.chaincode.batch.CountingShare;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.recognition.Recognition;
import org.yuanhu.chaincode.recognition.Recognitions;
import org.yuanhu.chaincode.recognition.Scheme;
import org.yuanhu.chaincode.recognition.Standing;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Assigns labels to batches: never more than there are goods, never without a recognition in force, never for goods of which less is
 * recognised than its scheme wants.
 */
@Contract(name = "label")
public final class LabelContract implements ContractInterface {

    /** A clerk assigns a print run to a batch of the cooperative, under a run number of its blocks that nobody has used. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt assignRun(YuanhuContext ledger, AssignRun act) {
        Batches batches = new Batches(ledger);
        Batch batch = batches.batch(act.gtin(), act.lot());
        return ledger.of(batch.cooperative(), act).onceDeriving(() -> {
            Product product = new Catalogue(ledger).product(act.gtin());
            new Registry(ledger).mustOwnBlockOf(act.run(), batch.cooperative());
            mustHaveRecognisedGoods(batch);
            mustBeRecognised(ledger, batch, act.recognitions());
            mustHoldTheShare(ledger, batch, act.recognitions());
            batches.label(batch, product.contentOf(act.count()));
            Run run = run(ledger, act, batch);
            new Runs(ledger).assign(run);
            return run;
        });
    }

    private static void mustHaveRecognisedGoods(Batch batch) {
        if (batch.origin().recognisedCounties().isEmpty()) {
            throw RefusedException.by(Rule.RN_03)
                    .with("lot", batch.lot().value())
                    .with("gtin", batch.gtin().value())
                    .build();
        }
    }

    private static void mustBeRecognised(YuanhuContext ledger, Batch batch, List<RecognitionId> named) {
        Recognitions recognitions = new Recognitions(ledger);
        Set<RegionCode> covered = new LinkedHashSet<>();
        for (RecognitionId id : named) {
            Recognition recognition = recognitions.recognition(id);
            boolean fits = recognition.gtin().equals(batch.gtin())
                    && recognition.cooperative().equals(batch.cooperative())
                    && batch.origin().recognisedCounties().contains(recognition.county());
            if (!fits) {
                throw RefusedException.by(Rule.RN_05)
                        .with("recognition", id.value())
                        .build();
            }
            Standing standing = recognition.standing(ledger.now());
            if (standing != Standing.IN_FORCE) {
                throw RefusedException.by(Rule.RN_06)
                        .with("recognition", id.value())
                        .with("state", standing.toString())
                        .build();
            }
            covered.add(recognition.county());
        }
        for (RegionCode county : batch.origin().recognisedCounties()) {
            if (!covered.contains(county)) {
                throw RefusedException.by(Rule.RN_04)
                        .with("region", county.value())
                        .build();
            }
        }
    }

    /** Whatever a scheme wants: some gram must count, or one recognised gram would put its mark on tons. */
    private static void mustHoldTheShare(YuanhuContext ledger, Batch batch, List<RecognitionId> named) {
        Recognitions recognitions = new Recognitions(ledger);
        for (RecognitionId id : named) {
            Scheme scheme = recognitions.scheme(recognitions.recognition(id).scheme());
            CountingShare share = batch.counting(scheme.requirement()::counts);
            Quantity counting = share.of(batch.weights().quantity());
            if (counting.isZero()) {
                throw RefusedException.by(Rule.RN_08)
                        .with("lot", batch.lot().value())
                        .with("gtin", batch.gtin().value())
                        .with("scheme", scheme.id().value())
                        .build();
            }
            if (!share.isAtLeast(scheme.requirement().perMille())) {
                throw RefusedException.by(Rule.RN_09)
                        .with("counting", counting.value())
                        .with("quantity", batch.weights().quantity().value())
                        .with("unit", counting.unit().text())
                        .with("share", share.perMille())
                        .with("scheme", scheme.id().value())
                        .with("least", scheme.requirement().perMille())
                        .build();
            }
        }
    }

    private static Run run(YuanhuContext ledger, AssignRun act, Batch batch) {
        return new Run(
                act.run(),
                act.gtin(),
                act.lot(),
                act.labelClass(),
                act.count(),
                act.root(),
                batch.cooperative(),
                act.recognitions().stream().distinct().toList(),
                ledger.now());
    }
}
