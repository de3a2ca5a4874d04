package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class BlocksTest extends LedgerTest {
    /** DER by hand, so that the hash does not rest on the code it checks. */
    private static byte[] headerHash(BlockHeader header) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] number = BigInteger.valueOf(header.getNumber()).toByteArray();
        body.write(0x02);
        body.write(number.length);
        body.write(number);
        for (ByteString hash : new ByteString[] {header.getPreviousHash(), header.getDataHash()}) {
            body.write(0x04);
            body.write(hash.size());
            hash.writeTo(body);
        }
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(body.size());
        body.writeTo(der);
        return MessageDigest.getInstance("SHA-256").digest(der.toByteArray());
    }

    @Test
    void chainsCommonBlocksByFabricsHashes() throws Exception {
        for (int i = 0; i < 5; i++) {
            submit("put", "k" + i, "" + i);
        }
        byte[] previous = new byte[0];
        for (long number = 0; number < ledger.height(); number++) {
            byte[] wire = ledger.block(number).orElseThrow().toByteArray();
            Block block = Block.parseFrom(wire);
            assertThat(block.getHeader().getNumber()).isEqualTo(number);
            assertThat(block.getHeader().getPreviousHash().toByteArray()).isEqualTo(previous);
            MessageDigest data = MessageDigest.getInstance("SHA-256");
            block.getData().getDataList().forEach(envelope -> data.update(envelope.toByteArray()));
            assertThat(block.getHeader().getDataHash().toByteArray()).isEqualTo(data.digest());
            previous = headerHash(block.getHeader());
        }
        assertThat(ledger.height()).isEqualTo(6);
        assertThat(ledger.block(6)).isEmpty();
    }

    @Test
    void beginsWithAConfigBlockThatNamesTheOrganisations() throws Exception {
        Payload payload = Payload.parseFrom(
                Envelope.parseFrom(ledger.block(0).orElseThrow().getData().getData(0))
                        .getPayload());
        ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        assertThat(header.getType()).isEqualTo(HeaderType.CONFIG_VALUE);
        assertThat(header.getChannelId()).isEqualTo("village");
        ConfigEnvelope config = ConfigEnvelope.parseFrom(payload.getData());
        assertThat(config.getConfig()
                        .getChannelGroup()
                        .getGroupsOrThrow("Application")
                        .getGroupsMap())
                .containsOnlyKeys(
                        TestChannel.GOVERNMENT, TestChannel.COOPERATIVE, TestChannel.PLATFORM, TestChannel.AUDITOR);
    }

    @Test
    void keepsInvalidTransactionsInTheirBlockWithTheirCode() throws Exception {
        contract.newProposal("put")
                .addArguments("a", "1")
                .setEndorsingOrganizations(TestChannel.AUDITOR)
                .build()
                .endorse()
                .submitAsync()
                .getStatus();
        Block block = ledger.block(1).orElseThrow();
        assertThat(block.getMetadata().getMetadata(2).byteAt(0) & 0xff)
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE);
        assertThat(block.getData().getDataCount()).isEqualTo(1);
    }

    @Test
    void keepsNoTransientDataInABlock() throws Exception {
        putSecret("s", "a transient value");
        for (long number = 0; number < ledger.height(); number++) {
            assertThat(ledger.block(number)
                            .orElseThrow()
                            .toByteString()
                            .toString(java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("a transient value");
        }
    }
}
