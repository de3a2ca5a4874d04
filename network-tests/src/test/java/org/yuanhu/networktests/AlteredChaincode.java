package org.yuanhu.networktests;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;
import org.yuanhu.chaincode.YuanhuChaincode;
import org.yuanhu.chaincode.access.Authorities;

/** What an organisation could run instead of the rule book it agreed to: every act that goes well also writes a key of its own. */
final class AlteredChaincode extends ChaincodeBase {
    /** What it writes. */
    static final String KEY = "altered";

    private final Chaincode agreed;

    private AlteredChaincode(Chaincode agreed) {
        this.agreed = agreed;
    }

    /** Serves as the organisation's chaincode process does, by the same environment. */
    public static void main(String[] arguments) throws Exception {
        ChaincodeServerProperties server = new ChaincodeServerProperties();
        String address = System.getenv("CHAINCODE_SERVER_ADDRESS");
        int colon = address.lastIndexOf(':');
        server.setServerAddress(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        server.setMaxConnectionAgeSeconds(Integer.MAX_VALUE);
        server.setTlsEnabled(true);
        server.setKeyCertChainFile(System.getenv("CHAINCODE_TLS_CERT"));
        server.setKeyFile(System.getenv("CHAINCODE_TLS_KEY"));
        server.setTrustCertCollectionFile(System.getenv("CHAINCODE_TLS_CLIENT_CA"));
        String authorities = Files.readString(Path.of(System.getenv("YUANHU_AUTHORITIES")));
        AlteredChaincode chaincode = new AlteredChaincode(new YuanhuChaincode(Authorities.parse(authorities)));
        chaincode.processEnvironmentOptions();
        chaincode.validateOptions();
        Properties pool = chaincode.getChaincodeConfig();
        Metrics.initialize(pool);
        Traces.initialize(pool);
        new NettyChaincodeServer(chaincode, server).start();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return agreed.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        Response answer = agreed.invoke(stub);
        if (answer.getStatusCode() < Response.Status.ERROR_THRESHOLD.getCode()) {
            stub.putStringState(KEY, stub.getTxId());
        }
        return answer;
    }
}
