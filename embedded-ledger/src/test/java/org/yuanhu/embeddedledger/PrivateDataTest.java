package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class PrivateDataTest extends LedgerTest {
    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private Transaction endorse(String function, List<String> arguments, String... mspIds) throws EndorseException {
        return contract.newProposal(function)
                .addArguments(arguments.toArray(String[]::new))
                .putAllTransient(Map.of("value", "v".getBytes(StandardCharsets.UTF_8)))
                .setEndorsingOrganizations(mspIds)
                .build()
                .endorse();
    }

    @Test
    void keepsAValueForMembersAndItsHashForEverybody() throws Exception {
        putSecret("s", "Li Ming");
        assertThat(evaluate("getSecret", "s")).isEqualTo("Li Ming");
        String hash = HexFormat.of().formatHex(sha256("Li Ming"));
        assertThat(evaluate("secretHash", "s")).isEqualTo(hash);
        assertThat(evaluate("secretHash", "none")).isEmpty();

        try (Gateway outsider = TestChannel.connect(channel.user(TestChannel.AUDITOR), ledger.channel())) {
            Contract asked = TestChannel.contract(outsider);
            assertThat(text(asked.evaluateTransaction("secretHash", "s"))).isEqualTo(hash);
            for (String function : List.of("getSecret", "purgeSecret")) {
                assertThatThrownBy(() -> asked.evaluateTransaction(function, "s"))
                        .satisfies(thrown -> assertThat(said(thrown))
                                .contains("access permission on privatedata in chaincodeName:notebook"));
            }
        }
        restart();
        assertThat(evaluate("getSecret", "s")).isEqualTo("Li Ming");
    }

    @Test
    void givesARangeOfCurrentValuesInOrder() throws Exception {
        putSecret("b", "old");
        putSecret("a", "1");
        putSecret("c", "3");
        putSecret("b", "2");
        submitAsMembers("deleteSecret", "c");
        putSecret("d", "4");
        assertThat(evaluate("secretRange", "", "")).isEqualTo("a=1,b=2,d=4");
        assertThat(evaluate("secretRange", "b", "d")).isEqualTo("b=2");
    }

    @Test
    void writesFabricsHashesIntoTheReadWriteSet() throws Exception {
        Transaction endorsed = endorse("putSecret", List.of("s"), TestChannel.GOVERNMENT, TestChannel.COOPERATIVE);
        CollectionHashedReadWriteSet set = Envelopes.readWriteSet(Envelopes.envelope(endorsed))
                .getNsRwset(0)
                .getCollectionHashedRwset(0);
        assertThat(set.getCollectionName()).isEqualTo("secrets");
        KVWriteHash write = HashedRWSet.parseFrom(set.getHashedRwset()).getHashedWrites(0);
        assertThat(write.getKeyHash().toByteArray()).isEqualTo(sha256("s"));
        assertThat(write.getValueHash().toByteArray()).isEqualTo(sha256("v"));
        KVRWSet values = KVRWSet.newBuilder()
                .addWrites(KVWrite.newBuilder().setKey("s").setValue(ByteString.copyFromUtf8("v")))
                .build();
        assertThat(set.getPvtRwsetHash().toByteArray())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(values.toByteArray()));
    }

    @Test
    void endorsesPrivateWritesByMembersAlone() throws Exception {
        assertThat(Envelopes.endorsers(endorse("putSecret", List.of("s"))))
                .containsExactly(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE);

        EndorseException outsider = catchThrowableOfType(
                EndorseException.class,
                () -> endorse("putSecret", List.of("s"), TestChannel.GOVERNMENT, TestChannel.AUDITOR));
        assertThat(outsider.getStatus().getCode()).isEqualTo(Code.ABORTED);
        assertThat(said(outsider)).contains("[AuditorMSP] do not hold private data collection(s) [secrets]");
    }

    @Test
    void endorsesPublicActsByEverybodyThoughTheyReadAPrivateHash() throws Exception {
        putSecret("s", "x");
        Transaction endorsed = contract.newProposal("hashInto")
                .addArguments("s", "copy")
                .build()
                .endorse();
        assertThat(Envelopes.endorsers(endorsed)).hasSize(4);
        endorsed.submit();
    }

    @Test
    void refusesPrivateAndPublicWritesInOneTransactionThatNobodyCouldEndorse() {
        for (String function : List.of("putSecretAndPublic", "copySecret")) {
            EndorseException refused =
                    catchThrowableOfType(EndorseException.class, () -> endorse(function, List.of("s")));
            assertThat(refused.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(refused)
                    .hasMessageContaining(
                            "no combination of peers can be derived which satisfy the endorsement policy");
        }
    }

    @Test
    void invalidatesAPrivateWriteThatOneMemberAloneEndorsed() throws Exception {
        Transaction one = endorse("putSecret", List.of("s"), TestChannel.COOPERATIVE);
        assertThat(one.submitAsync().getStatus().getCode()).isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(evaluate("getSecret", "s")).isEmpty();
    }

    @Test
    void asksForANewEndorsementWhenARestartLostTheUncommittedValues() throws Exception {
        byte[] endorsed = endorse("putSecret", List.of("s"), TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .getBytes();
        restart();
        assertThatThrownBy(() -> gateway.newTransaction(endorsed).submit())
                .hasMessageContaining("no longer held; endorse it again");
        assertThat(evaluate("secretHash", "s")).isEmpty();
    }

    @Test
    void leavesNoPrivateByteInAnyOtherFileAndNoneAnywhereAfterPurgeAndCompaction() throws Exception {
        String value = "340123199001011234 张三丰";
        String key = "household-5f1c9a";
        hidden("putHidden", key, value);
        hidden("putHidden", key, value + " again");
        putSecret("other", "stays");
        submit("put", "public", "seen");
        assertThat(found(value, key)).isNotEmpty().allMatch(file -> file.startsWith("private"));

        hidden("purgeHidden", key, "");
        assertThat(evaluate("getSecret", key)).isEmpty();
        assertThat(evaluate("secretHash", key)).isEmpty();
        ledger.compact();
        assertThat(found(value, key)).isEmpty();
        assertThat(evaluate("getSecret", "other")).isEqualTo("stays");
        restart();
        assertThat(found(value, key)).isEmpty();
        assertThat(evaluate("secretRange", "", "")).isEqualTo("other=stays");
    }

    @Test
    void keepsTheKeyTextOutOfPrivateIndexesToo() throws Exception {
        hidden("putHidden", "household-5f1c9a", "x");
        ledger.compact();
        try (Stream<Path> files = Files.walk(directory.resolve("private"))) {
            assertThat(files.filter(file -> file.getFileName().toString().matches("MANIFEST.*|LOG.*|OPTIONS.*"))
                            .filter(file -> contains(file, "household-5f1c9a".getBytes(StandardCharsets.UTF_8))))
                    .isEmpty();
        }
    }

    /** Gives key and value in the transient map alone; an argument would stand in the block. */
    private void hidden(String function, String key, String value) throws Exception {
        contract.newProposal(function)
                .putAllTransient(Map.of(
                        "key", key.getBytes(StandardCharsets.UTF_8), "value", value.getBytes(StandardCharsets.UTF_8)))
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
    }

    /** Files under the ledger's directory that hold a text in an encoding a Chinese computer might use. */
    private List<String> found(String... texts) throws IOException {
        List<byte[]> planted = new ArrayList<>();
        for (String text : texts) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"))) {
                planted.add(text.getBytes(charset));
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> planted.stream().anyMatch(bytes -> contains(file, bytes)))
                    .map(file -> directory.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean contains(Path file, byte[] bytes) {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return content.contains(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
