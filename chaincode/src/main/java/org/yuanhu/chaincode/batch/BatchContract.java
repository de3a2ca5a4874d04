package org.yuanhu.chaincode.batch;

import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.ActDocument;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.catalogue.Product;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineSet;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.SheetOrigin;
import org.yuanhu.chaincode.intake.Sheets;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.time.Days;

/** Packs batches. What comes out and what is lost is what went in, to the gram. */
@Contract(name = "batch")
public final class BatchContract implements ContractInterface {

    /**
     * A clerk packs a batch of the cooperative's product from whole lines of its sheets, none of them in a batch before. The batch
     * is what its lines are: fully recognised, mixed or ordinary.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt pack(YuanhuContext ledger, Pack act) {
        return ledger.of(act.cooperative(), act).onceDeriving(() -> {
            Catalogue catalogue = new Catalogue(ledger);
            Batches batches = new Batches(ledger);
            Days.mustBeRecent("day", act.day(), ledger.now());
            Product product = catalogue.product(act.gtin(), act.cooperative());
            catalogue.mustCount(product.commodity(), act.packed());
            catalogue.mustCount(product.commodity(), act.loss());
            batches.mustBeNew(act.gtin(), act.lot());
            PackedLines lines = spend(ledger, act, product);
            mustAddUp(act, lines);
            mustBe(act.claim(), lines);
            mustNotPrecede(act, lines);
            Batch batch = batch(ledger, act, lines);
            batches.pack(batch);
            return batch;
        });
    }

    private static PackedLines spend(YuanhuContext ledger, Pack act, Product product) {
        Sheets sheets = new Sheets(ledger);
        PackedLines lines = new PackedLines(product.netContent().unit());
        long bytes = 0;
        for (SheetLines input : SheetLines.bySheet(act.inputs())) {
            bytes += sheets.bytes(input.sheet());
            Limits.mustHold("bytes of sheets", bytes, Limits.SHEET_BYTES_A_BATCH);
            ActDocument<RecordSheet, SheetOrigin> sheet = sheets.sheet(input.sheet());
            if (!sheet.act().cooperative().equals(act.cooperative())) {
                throw RefusedException.by(Rule.BT_03)
                        .with("sheet", input.sheet().value())
                        .with("cooperative", act.cooperative().value())
                        .build();
            }
            lines.of(sheet.act().season());
            LineSet spent = sheets.spent(input.sheet());
            for (int number : input.lines()) {
                IntakeLine line = line(sheet, number, product);
                if (spent.contains(number)) {
                    throw RefusedException.by(Rule.BT_06)
                            .with("line", number)
                            .with("sheet", input.sheet().value())
                            .build();
                }
                spent = spent.with(number);
                lines.add(line, sheet.derived().orElseThrow().line(number));
            }
            sheets.spend(input.sheet(), spent);
        }
        return lines;
    }

    private static IntakeLine line(ActDocument<RecordSheet, SheetOrigin> sheet, int number, Product product) {
        List<IntakeLine> lines = sheet.act().lines();
        if (number < 0 || number >= lines.size()) {
            throw RefusedException.by(Rule.BT_04)
                    .with("sheet", sheet.id().value())
                    .with("line", number)
                    .build();
        }
        IntakeLine line = lines.get(number);
        if (!line.commodity().equals(product.commodity())) {
            throw RefusedException.by(Rule.BT_07)
                    .with("line", number)
                    .with("sheet", sheet.id().value())
                    .with("found", line.commodity().value())
                    .with("commodity", product.commodity().value())
                    .build();
        }
        return line;
    }

    private static void mustAddUp(Pack act, PackedLines lines) {
        Quantity out = act.packed().plus(act.loss());
        if (!out.equals(lines.all())) {
            throw RefusedException.by(Rule.MB_03)
                    .with("outputs", out.value())
                    .with("inputs", lines.all().value())
                    .with("unit", out.unit().text())
                    .build();
        }
    }

    private static void mustBe(Claim claim, PackedLines lines) {
        if (claim != lines.claim()) {
            throw RefusedException.by(Rule.BT_08)
                    .with("claim", claim.toString())
                    .with("found", lines.claim().toString())
                    .build();
        }
    }

    private static void mustNotPrecede(Pack act, PackedLines lines) {
        if (act.day().isBefore(lines.last())) {
            throw RefusedException.by(Rule.BT_09)
                    .with("day", act.day().toString())
                    .with("last", lines.last().toString())
                    .build();
        }
    }

    private static Batch batch(YuanhuContext ledger, Pack act, PackedLines lines) {
        return new Batch(
                act.gtin(),
                act.lot(),
                act.cooperative(),
                act.claim(),
                new Batch.Weights(act.packed(), lines.recognisedOf(act.packed()), act.loss()),
                new Batch.Packing(act.day(), ledger.now()),
                lines.weighing(),
                lines.count(),
                lines.confirmed(),
                lines.origin(),
                Optional.of(lines.basis()));
    }
}
