package org.yuanhu.networktests.nodes;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/** A small chaincode to see a network carry one: put, get, and put into the private collection. */
public final class PutGetChaincode extends ChaincodeBase {
    private static final String COLLECTION = "household-private";

    /** Serves a peer as the environment says. */
    public static void main(String[] arguments) throws Exception {
        String[] address = System.getenv("CHAINCODE_SERVER_ADDRESS").split(":", -1);
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(new InetSocketAddress(address[0], Integer.parseInt(address[1])));
        properties.setTlsEnabled(true);
        properties.setKeyCertChainFile(System.getenv("CHAINCODE_TLS_CERT"));
        properties.setKeyFile(System.getenv("CHAINCODE_TLS_KEY"));
        properties.setTrustCertCollectionFile(System.getenv("CHAINCODE_TLS_CLIENT_CA"));
        PutGetChaincode chaincode = new PutGetChaincode();
        // What the shim's own start does before it serves; without it the first call of a peer fails.
        chaincode.processEnvironmentOptions();
        Properties config = chaincode.getChaincodeConfig();
        Metrics.initialize(config);
        Traces.initialize(config);
        new NettyChaincodeServer(chaincode, properties).start();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> arguments = stub.getParameters();
        return switch (stub.getFunction()) {
            case "put" -> {
                stub.putStringState(arguments.get(0), arguments.get(1));
                yield ResponseUtils.newSuccessResponse();
            }
            case "get" -> ResponseUtils.newSuccessResponse(stub.getState(arguments.get(0)));
            case "putPrivate" -> {
                stub.putPrivateData(
                        COLLECTION, arguments.get(0), stub.getTransient().get("value"));
                yield ResponseUtils.newSuccessResponse();
            }
            case "version" -> ResponseUtils.newSuccessResponse("1".getBytes(StandardCharsets.UTF_8));
            default -> ResponseUtils.newErrorResponse("no function " + stub.getFunction());
        };
    }
}
