package org.yuanhu.embeddedledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;

/**
 * Acts that show when they are half done: a public one writes two keys and an event, a private one a value and its hash.
 */
final class Acts {
    private Acts() {}

    static boolean isPrivate(int number) {
        return number % 3 == 0;
    }

    /** Does an act; it is acknowledged when this returns. */
    static void perform(Contract contract, String client, int number) throws Exception {
        String name = client + "-" + number;
        if (isPrivate(number)) {
            contract.newProposal("putSecret")
                    .addArguments(name)
                    .putAllTransient(Map.of("value", secret(name).getBytes(StandardCharsets.UTF_8)))
                    .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                    .build()
                    .endorse()
                    .submit();
        } else {
            contract.submitTransaction("pair", name, name);
        }
    }

    private static String secret(String name) {
        return "secret of " + name;
    }

    /** Checks that every acknowledged act is there and none, acknowledged or not, is there by half. */
    static void check(EmbeddedLedger ledger, Contract contract, Collection<String> acknowledged) throws Exception {
        Map<String, String> state = entries(contract.evaluateTransaction("range", "", ""));
        Map<String, String> secrets = entries(contract.evaluateTransaction("secretRange", "", ""));
        Set<String> pairs = new HashSet<>();
        state.forEach((key, value) -> {
            assertThat(state).containsEntry(value + "/left", value).containsEntry(value + "/right", value);
            pairs.add(value);
        });
        secrets.forEach((key, value) -> assertThat(value).isEqualTo(secret(key)));
        for (String name : acknowledged) {
            boolean hidden = isPrivate(Integer.parseInt(name.substring(name.lastIndexOf('-') + 1)));
            assertThat(hidden ? secrets.keySet() : pairs).contains(name);
        }
        Chain chain = Chain.of(ledger);
        assertThat(chain.events).isEqualTo(pairs);
        assertThat(chain.privateActs).isEqualTo(secrets.size());
    }

    private static Map<String, String> entries(byte[] answer) {
        Map<String, String> entries = new HashMap<>();
        String text = new String(answer, StandardCharsets.UTF_8);
        for (String entry : text.isEmpty() ? new String[0] : text.split(",")) {
            int equals = entry.indexOf('=');
            entries.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return entries;
    }

    /** What the blocks say. */
    private record Chain(Set<String> events, int privateActs) {
        static Chain of(EmbeddedLedger ledger) throws Exception {
            Set<String> events = new HashSet<>();
            int privateActs = 0;
            for (long number = 1; number < ledger.height(); number++) {
                Block block = ledger.block(number).orElseThrow();
                for (ByteString data : block.getData().getDataList()) {
                    ProposalResponsePayload response =
                            ProposalResponsePayload.parseFrom(Envelopes.action(Envelope.parseFrom(data))
                                    .getAction()
                                    .getProposalResponsePayload());
                    ByteString event =
                            ChaincodeAction.parseFrom(response.getExtension()).getEvents();
                    if (event.isEmpty()) {
                        privateActs++;
                    } else {
                        events.add(ChaincodeEvent.parseFrom(event).getPayload().toStringUtf8());
                    }
                }
            }
            return new Chain(events, privateActs);
        }
    }
}
