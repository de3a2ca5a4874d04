package org.yuanhu.chaincode.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.allotment.Allotment;
import org.yuanhu.chaincode.allotment.AllotmentPage;
import org.yuanhu.chaincode.allotment.Ceiling;
import org.yuanhu.chaincode.batch.Balance;
import org.yuanhu.chaincode.batch.Batch;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.chance.Village.Farm;
import org.yuanhu.chaincode.chance.Village.Packed;
import org.yuanhu.chaincode.chance.Village.Share;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.LineKind;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.intake.Spent;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Scheme;
import org.yuanhu.chaincode.testledger.World;
import tools.jackson.databind.JsonNode;

/** Adds up every gram on the ledger: from its documents alone, and against the model. */
public final class Books {
    private final Village village;
    private final Map<String, RecordSheet> sheets = new HashMap<>();
    private final Map<String, Pack> packs = new HashMap<>();

    private Books(Village village) {
        this.village = village;
        for (JsonNode act : all(village.world, "act")) {
            String type = act.path("type").stringValue("");
            String text = act.path("act").toString();
            if (type.equals(Operation.RECORD_SHEET.text())) {
                sheets.put(act.path("id").stringValue(""), Json.read(text, RecordSheet.class));
            } else if (type.equals(Operation.PACK.text())) {
                Pack pack = Json.read(text, Pack.class);
                packs.put(pack.gtin() + "/" + pack.lot(), pack);
            }
        }
    }

    /**
     * Adds up.
     *
     * @throws AssertionError where a gram is missing, or is there twice
     */
    public static void mustBalance(Village village) {
        Books books = new Books(village);
        books.whatWasTakenIsWhatTheSheetsSay();
        books.whatWasPackedIsWhatTheLinesWeighed();
        books.whatIsLabelledIsWhatIsMissingFromTheBatch();
        books.theLedgerHasWhatTheModelHas();
    }

    private void whatWasTakenIsWhatTheSheetsSay() {
        Map<String, Long> taken = new HashMap<>();
        sheets.values()
                .forEach(sheet -> sheet.lines().stream()
                        .filter(line -> line.kind() == LineKind.RECOGNISED)
                        .forEach(line -> taken.merge(
                                sheet.cooperative() + "/" + line.household(),
                                line.quantity().value(),
                                Long::sum)));
        Map<String, Long> entries = new HashMap<>();
        Map<String, Long> shares = new HashMap<>();
        for (AllotmentPage page : all("allotment", AllotmentPage.class)) {
            for (Allotment entry : page.entries()) {
                String key = page.cooperative() + "/" + entry.household();
                if (entry.taken().value() > 0) {
                    entries.merge(key, entry.taken().value(), Long::sum);
                }
                assertThat(entry.taken().isMoreThan(entry.allotted())).as(key).isFalse();
                shares.put(key, entry.allotted().value());
            }
        }
        assertThat(entries).isEqualTo(taken);
        for (Ceiling ceiling : all("ceiling", Ceiling.class)) {
            long sum = 0;
            for (var share : ceiling.allotted()) {
                sum += share.amount().value();
                assertThat(shares)
                        .containsEntry(
                                share.cooperative() + "/" + ceiling.household(),
                                share.amount().value());
            }
            if (sum > 0) {
                assertThat(sum)
                        .isLessThanOrEqualTo(ceiling.amount().orElseThrow().value());
            }
        }
    }

    private void whatWasPackedIsWhatTheLinesWeighed() {
        Map<String, List<Integer>> spent = new HashMap<>();
        for (Batch batch : all("batch", Batch.class)) {
            Pack pack = Objects.requireNonNull(packs.get(batch.gtin() + "/" + batch.lot()));
            long in = 0;
            long recognised = 0;
            for (SheetLines input : pack.inputs()) {
                RecordSheet sheet =
                        Objects.requireNonNull(sheets.get(input.sheet().value()));
                for (int number : input.lines()) {
                    IntakeLine line = sheet.lines().get(number);
                    in += line.quantity().value();
                    recognised +=
                            line.kind() == LineKind.RECOGNISED ? line.quantity().value() : 0;
                    spent.computeIfAbsent(input.sheet().value(), key -> new ArrayList<>())
                            .add(number);
                }
            }
            assertThat(batch.weights().quantity().value()
                            + batch.weights().loss().value())
                    .isEqualTo(in);
            // rounded down, and by less than one gram
            long exact = batch.weights().quantity().value() * recognised;
            assertThat(batch.weights().recognised().value() * in)
                    .isLessThanOrEqualTo(exact)
                    .isGreaterThan(exact - in);
        }
        Map<String, List<Integer>> bits = new HashMap<>();
        for (Spent document : all("spent", Spent.class)) {
            RecordSheet sheet =
                    Objects.requireNonNull(sheets.get(document.sheet().value()));
            List<Integer> lines = new ArrayList<>();
            for (int i = 0; i < sheet.lines().size(); i++) {
                if (document.lines().contains(i)) {
                    lines.add(i);
                }
            }
            bits.put(document.sheet().value(), lines);
        }
        spent.values().forEach(lines -> lines.sort(null));
        assertThat(spent).as("each line in at most one batch, and marked").isEqualTo(bits);
    }

    private void whatIsLabelledIsWhatIsMissingFromTheBatch() {
        Map<String, Long> labelled = new HashMap<>();
        for (Run run : all("run", Run.class)) {
            labelled.merge(run.gtin() + "/" + run.lot(), run.count() * 500L, Long::sum);
        }
        Map<String, Long> left = new HashMap<>();
        all("balance", Balance.class)
                .forEach(balance -> left.put(
                        balance.gtin() + "/" + balance.lot(), balance.left().value()));
        for (Batch batch : all("batch", Batch.class)) {
            String key = batch.gtin() + "/" + batch.lot();
            assertThat(Objects.requireNonNull(left.get(key)) + labelled.getOrDefault(key, 0L))
                    .as(key)
                    .isEqualTo(batch.weights().quantity().value());
        }
    }

    private void theLedgerHasWhatTheModelHas() {
        Requirement half = all("scheme", Scheme.class).stream()
                .filter(scheme -> scheme.id().equals(World.HALF))
                .findFirst()
                .orElseThrow()
                .requirement();
        Map<String, List<Long>> model = new HashMap<>();
        for (Farm farm : village.farms) {
            for (Map.Entry<?, Share> share : farm.shares.entrySet()) {
                model.put(share.getKey() + "/" + farm.id, List.of(share.getValue().amount, share.getValue().taken));
            }
        }
        Map<String, List<Long>> ledger = new HashMap<>();
        for (AllotmentPage page : all("allotment", AllotmentPage.class)) {
            page.entries()
                    .forEach(entry -> ledger.put(
                            page.cooperative() + "/" + entry.household(),
                            List.of(entry.allotted().value(), entry.taken().value())));
        }
        assertThat(ledger).isEqualTo(model);
        Map<String, List<Long>> batches = new HashMap<>();
        for (Packed batch : village.batches) {
            batches.put(batch.gtin + "/" + batch.lot, List.of(batch.packed, batch.recognised));
        }
        Map<String, List<Long>> stored = new HashMap<>();
        all("batch", Batch.class)
                .forEach(batch -> stored.put(
                        batch.gtin() + "/" + batch.lot(),
                        List.of(
                                batch.weights().quantity().value(),
                                batch.weights().recognised().value())));
        assertThat(stored).isEqualTo(batches);
        Map<String, Long> counting = new HashMap<>();
        all("batch", Batch.class)
                .forEach(batch -> counting.put(
                        batch.gtin() + "/" + batch.lot(),
                        batch.counting(half::counts).counting().value()));
        for (Packed batch : village.batches) {
            assertThat(counting).containsEntry(batch.gtin + "/" + batch.lot, batch.counting(World.HALF));
        }
        assertThat(sheets).hasSameSizeAs(village.sheets);
    }

    private <T> List<T> all(String type, Class<T> record) {
        return all(village.world, type).stream()
                .map(item -> Json.read(item.toString(), record))
                .toList();
    }

    private static List<JsonNode> all(World world, String type) {
        List<JsonNode> items = new ArrayList<>();
        String bookmark = "";
        do {
            Page page = Json.read(world.inspector().evaluate(Operation.LIST, type, "", "200", bookmark), Page.class);
            items.addAll(page.items());
            bookmark = page.bookmark();
        } while (!bookmark.isEmpty());
        return items;
    }
}
