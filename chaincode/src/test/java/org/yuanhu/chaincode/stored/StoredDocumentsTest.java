package org.yuanhu.chaincode.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuanhu.chaincode.testledger.EmbeddedTestLedger;
import org.yuanhu.chaincode.testledger.World;

/**
 * What a ledger once stored stays readable for ever. The documents are files, written by real acts of the code of their day:
 *
 * <pre>./mvnw -pl chaincode -am test -Dtest=StoredDocumentsTest -Dsurefire.failIfNoSpecifiedTests=false -Dyuanhu.documents.add=true</pre>
 *
 * <p>adds files for kinds and shapes of documents that have none yet. No file is ever changed or deleted: when a format gets a new
 * version, its files get a folder of their own beside the old.
 */
class StoredDocumentsTest {
    private static final boolean ADD = Boolean.getBoolean("yuanhu.documents.add");

    static List<KeptDocument> kept() {
        return KeptDocument.all();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aDocumentOfAnyDayIsRead(KeptDocument kept) {
        assertThat(DocumentReader.of(kept.kind()).read(kept.text())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aDocumentOfTodaysFormatIsWrittenByteForByteTheSame(KeptDocument kept) {
        DocumentReader reader = DocumentReader.of(kept.kind());
        assertThat(reader.write(reader.read(kept.text()))).isEqualTo(kept.text());
    }

    @Test
    void everyKindOfDocumentASeasonWritesIsKept(@TempDir Path folder) throws Exception {
        List<RecordingChaincode> recording = new ArrayList<>();
        var ledger = EmbeddedTestLedger.start(folder, chaincode -> {
            recording.add(new RecordingChaincode(chaincode));
            return recording.get(0);
        });
        try (World world = World.on(ledger)) {
            new SampleSeason(world).play();
        }
        Set<String> kept = new TreeSet<>();
        kept().forEach(document -> kept.add(document.sort()));
        Set<String> missing = new TreeSet<>();
        for (RecordingChaincode.Written written : recording.get(0).written()) {
            if (kept.add(KeptDocument.sort(written))) {
                missing.add(KeptDocument.kind(written) + " by " + written.by());
                if (ADD) {
                    KeptDocument.add(written);
                }
            }
        }
        assertThat(missing)
                .as("documents without a file; see above for how to add them")
                .isEmpty();
    }

    @Test
    void everyKindOfDocumentTheCodeKnowsIsKept() {
        Set<String> kinds = kept().stream().map(KeptDocument::kind).collect(Collectors.toCollection(TreeSet::new));
        assertThat(kinds).containsAll(DocumentReader.storedKinds());
    }

    @Test
    void everyActIsKept() {
        Set<String> acts = kept().stream()
                .filter(document -> document.kind().equals("yuanhu-act-v1"))
                .map(KeptDocument::by)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(acts).containsAll(DocumentReader.acts());
    }
}
