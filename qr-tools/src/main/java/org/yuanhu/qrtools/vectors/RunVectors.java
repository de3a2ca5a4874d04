package org.yuanhu.qrtools.vectors;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.Leaf;
import org.yuanhu.vocabulary.label.MerkleTree;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.label.ScratchCode;
import org.yuanhu.vocabulary.rule.RefusedException;

/** One run of a vector file: its root over all labels, and the labels listed. */
final class RunVectors {
    private final Place place;
    private final Map<Integer, ScratchCode> scratchCodes = new TreeMap<>();

    RunVectors(Place place) {
        this.place = place;
    }

    void check() {
        if (place.hasFields(
                "consortium", "class", "secret", "run", "gtin", "lot", "count", "root", "scratchCodes", "labels")) {
            place.taken(this::recompute);
        }
    }

    private void recompute() {
        int count = place.number("count").orElseThrow(Place.NotTextException::new);
        PrintRun run = new PrintRun(
                new ConsortiumId(text("consortium")),
                LabelClass.parse(text("class")),
                new Gtin(text("gtin")),
                new Lot(text("lot")),
                new RunNumber(text("run")),
                count);
        PrintRunLabels labels = new PrintRunLabels(run, RunSecret.parse(text("secret")));
        readScratchCodes(count);
        MerkleTree tree = MerkleTree.of(count, index -> leaf(labels, index).hash());
        place.mustEqual("root", text("root"), tree.root().value());
        for (Place label : place.list("labels")) {
            if (label.hasFields("index", "path", "blind", "leaf", "inclusion")) {
                checkLabel(label, labels, tree);
            }
        }
    }

    private void checkLabel(Place label, PrintRunLabels labels, MerkleTree tree) {
        OptionalInt index = label.number("index");
        if (index.isEmpty()) {
            return;
        }
        if (index.getAsInt() < 0 || index.getAsInt() >= tree.count()) {
            label.at("index").differs(Integer.toString(index.getAsInt()), "0 to " + (tree.count() - 1));
            return;
        }
        Leaf leaf = leaf(labels, index.getAsInt());
        equal(label, "path", leaf.path().text());
        equal(label, "blind", leaf.blind().value());
        equal(label, "leaf", leaf.hash().value());
        List<String> computed =
                tree.inclusion(index.getAsInt()).stream().map(Hash::value).toList();
        List<Place> stated = label.list("inclusion");
        for (int i = 0; i < Math.min(stated.size(), computed.size()); i++) {
            Place node = stated.get(i);
            String right = computed.get(i);
            node.text().filter(text -> !text.equals(right)).ifPresent(text -> node.differs(text, right));
        }
        if (stated.size() != computed.size()) {
            label.at("inclusion").differs(stated.size() + " hashes", computed.size() + " hashes");
        }
    }

    private static void equal(Place label, String name, String computed) {
        label.text(name).ifPresent(stated -> label.mustEqual(name, stated, computed));
    }

    private Leaf leaf(PrintRunLabels labels, int index) {
        Leaf plain = labels.leaf(index);
        ScratchCode code = scratchCodes.get(index);
        LabelPath path = plain.path();
        return code == null
                ? plain
                : new Leaf(plain.consortium(), plain.labelClass(), path, plain.blind(), code.commitment(path));
    }

    private void readScratchCodes(int count) {
        Place codes = place.at("scratchCodes");
        if (!codes.node().isObject()) {
            codes.differs(codes.node().toString(), "an object");
            throw new Place.NotTextException();
        }
        for (String index : codes.node().propertyNames()) {
            Place code = codes.at(index);
            if (!index.matches("0|[1-9][0-9]{0,4}") || Integer.parseInt(index) >= count) {
                code.differs(index, "an index below " + count);
                continue;
            }
            code.text().ifPresent(text -> {
                try {
                    scratchCodes.put(Integer.valueOf(index), new ScratchCode(text));
                } catch (RefusedException refused) {
                    code.differs(text, refused.getMessage());
                }
            });
        }
    }

    private String text(String name) {
        return place.text(name).orElseThrow(Place.NotTextException::new);
    }
}
