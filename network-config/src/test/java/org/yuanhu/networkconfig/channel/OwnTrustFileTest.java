package org.yuanhu.networkconfig.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.networkconfig.layout.NetworkFolder;
import org.yuanhu.networkconfig.layout.OrganisationFolder;
import org.yuanhu.vocabulary.Hash;

class OwnTrustFileTest {
    private static final Path BUNDLES = Path.of("../consortium/src/test/resources/bundles");
    private static final long MADE_AT = 1_795_608_000; // 2026-11-25T12:00:00Z
    /** SEQUENCE of INTEGER 0, an empty OCTET STRING and one of 32 bytes 0x07. */
    private static final String HEADER = "3027" + "020100" + "0400" + "0420" + "07".repeat(32);

    private static final Hash GENESIS = Hash.sha256(HexFormat.of().parseHex(HEADER));

    @TempDir
    Path folder;

    private List<OrganisationFolder> organisations;

    @BeforeEach
    void everyOrganisationHasReceivedTheBundlesAndTheFirstBlock() throws IOException {
        organisations = new NetworkFolder(folder, Consortium.demo()).organisations();
        for (OrganisationFolder organisation : organisations) {
            try (Stream<Path> files = Files.walk(BUNDLES)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = organisation.bundles().resolve(BUNDLES.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            Files.write(organisation.genesis(), block(MADE_AT).toByteArray());
        }
    }

    @Test
    void isTheSameForEveryOrganisationAndEndsAYearAfterTheFirstBlock() {
        organisations.forEach(OwnTrustFileTest::write);

        assertThat(organisations).extracting(OwnTrustFileTest::read).containsOnly(read(organisations.get(0)));
        assertThat(read(organisations.get(0)))
                .contains("\"format\":\"yuanhu-trust-v1\"", "\"version\":1}")
                .contains("\"expires\":\"2027-11-25T12:00:00Z\"")
                .contains("\"genesis\":\"" + GENESIS + "\",\"kind\":\"fabric\"")
                .contains("\"resolvers\":[\"localhost\"]");
    }

    @Test
    void staysAsItIsOnceItIsThere() throws IOException {
        OrganisationFolder first = organisations.get(0);
        write(first);
        String pinned = read(first);
        Files.copy(
                BUNDLES.resolve("AuditorMSP/trust-key.pem"),
                first.bundles().resolve("PlatformMSP/trust-key.pem"),
                StandardCopyOption.REPLACE_EXISTING);

        write(first);

        assertThat(read(first)).isEqualTo(pinned);
    }

    @Test
    void aFileOfAnotherLedgerIsNeitherKeptNorReplaced() {
        OrganisationFolder first = organisations.get(0);
        DurableFile.write(first.trustFile(), "{\"ledger\":{\"genesis\":\"" + Hash.ZERO + "\"}}");

        assertThatThrownBy(() -> write(first))
                .hasMessageContaining(first.trustFile() + ": speaks of another ledger")
                .hasMessageContaining(GENESIS.toString());
        assertThat(read(first)).contains(Hash.ZERO.toString());
    }

    private static void write(OrganisationFolder organisation) {
        new OwnTrustFile(organisation, Consortium.demo()).write();
    }

    private static String read(OrganisationFolder organisation) {
        return DurableFile.read(organisation.trustFile());
    }

    private static Block block(long madeAt) {
        ChannelHeader header = ChannelHeader.newBuilder()
                .setTimestamp(Timestamp.newBuilder().setSeconds(madeAt).setNanos(5))
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(header.toByteString()))
                .build();
        Envelope envelope =
                Envelope.newBuilder().setPayload(payload.toByteString()).build();
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder()
                        .setDataHash(ByteString.copyFrom(HexFormat.of().parseHex("07".repeat(32)))))
                .setData(BlockData.newBuilder().addData(envelope.toByteString()))
                .build();
    }
}
