package org.yuanhu.embeddedledger;

import io.grpc.Channel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.yuanhu.embeddedledger.channel.PrivateCollection;

/** Four organisations on channel {@code village}, two of which share the collection, with {@link NotebookChaincode}. */
final class TestChannel implements Serializable {
    static final String CHANNEL = "village";
    static final String CHAINCODE = "notebook";
    static final String GOVERNMENT = "GovernmentMSP";
    static final String COOPERATIVE = "CooperativeMSP";
    static final String PLATFORM = "PlatformMSP";
    static final String AUDITOR = "AuditorMSP";

    private final Map<String, TestOrganisation> organisations = new LinkedHashMap<>();

    TestChannel() {
        for (String mspId : List.of(GOVERNMENT, COOPERATIVE, PLATFORM, AUDITOR)) {
            organisations.put(mspId, new TestOrganisation(mspId));
        }
    }

    /** Every key, for a child process. */
    byte[] save() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(this);
        }
        return bytes.toByteArray();
    }

    static TestChannel load(byte[] saved) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(saved))) {
            return (TestChannel) in.readObject();
        }
    }

    TestOrganisation organisation(String mspId) {
        TestOrganisation organisation = organisations.get(mspId);
        if (organisation == null) {
            throw new IllegalArgumentException(mspId);
        }
        return organisation;
    }

    LedgerBuilder ledger(Path directory) {
        return EmbeddedLedger.in(directory, CHANNEL, CHAINCODE, new NotebookChaincode())
                .members(organisations.values().stream()
                        .map(TestOrganisation::member)
                        .toList())
                .collection(new PrivateCollection(NotebookChaincode.COLLECTION, Set.of(GOVERNMENT, COOPERATIVE)));
    }

    EmbeddedLedger start(Path directory) throws IOException {
        return ledger(directory).start();
    }

    TestOrganisation.Holder user(String mspId) {
        return organisation(mspId).user("user");
    }

    static Gateway connect(TestOrganisation.Holder user, Channel channel) {
        return Gateway.newInstance()
                .identity(new X509Identity(user.mspId(), user.certificate()))
                .signer(Signers.newPrivateKeySigner(user.key()))
                .connection(channel)
                .commitStatusOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .connect();
    }

    static Contract contract(Gateway gateway) {
        return gateway.getNetwork(CHANNEL).getContract(CHAINCODE);
    }
}
