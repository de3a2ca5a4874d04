package org.yuanhu.benchmarks.fabric;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;
import org.yuanhu.chaincode.YuanhuChaincode;
import org.yuanhu.chaincode.access.Authorities;

/**
 * The rule book and the baseline's contract in one process beside a peer, so that both are measured on one network, with one pool of
 * threads, one endorsement policy and one warm machine.
 */
public final class BothChaincodes extends ChaincodeBase {
    /** Resource that, where it is, overrides the shim's settings: {@code TP_CORE_POOL_SIZE} and the like. */
    static final String SETTINGS = "benchmark.properties";

    private static final Logger FABRIC = Logger.getLogger("org.hyperledger.fabric");

    private final YuanhuChaincode rules;
    private final AssetRouter assets;

    private BothChaincodes(YuanhuChaincode rules, AssetRouter assets) {
        this.rules = rules;
        this.assets = assets;
    }

    /** Serves as the environment says, which is that of {@code ChaincodeProcess}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        FABRIC.setLevel(Level.OFF); // a line for each refusal
        String authorities = Files.readString(Path.of(named(environment, "YUANHU_AUTHORITIES")));
        BothChaincodes both =
                new BothChaincodes(new YuanhuChaincode(Authorities.parse(authorities)), new AssetRouter());
        both.processEnvironmentOptions();
        Metrics.initialize(both.getChaincodeConfig());
        Traces.initialize(both.getChaincodeConfig());
        new NettyChaincodeServer(both, server(environment)).start();
    }

    private static ChaincodeServerProperties server(Map<String, String> environment) {
        String address = named(environment, "CHAINCODE_SERVER_ADDRESS");
        int colon = address.lastIndexOf(':');
        ChaincodeServerProperties server = new ChaincodeServerProperties();
        server.setServerAddress(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
        server.setMaxConnectionAgeSeconds(Integer.MAX_VALUE);
        server.setTlsEnabled(true);
        server.setKeyCertChainFile(named(environment, "CHAINCODE_TLS_CERT"));
        server.setKeyFile(named(environment, "CHAINCODE_TLS_KEY"));
        server.setTrustCertCollectionFile(named(environment, "CHAINCODE_TLS_CLIENT_CA"));
        return server;
    }

    private static String named(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return rules.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        return stub.getFunction().startsWith("AssetTransfer:") ? assets.call(stub) : rules.invoke(stub);
    }

    @Override
    public Properties getChaincodeConfig() {
        Properties settings = new Properties();
        settings.putAll(super.getChaincodeConfig());
        try (InputStream own = BothChaincodes.class.getResourceAsStream("/" + SETTINGS)) {
            if (own != null) {
                settings.load(own);
            }
        } catch (IOException e) {
            throw new IllegalStateException(SETTINGS, e);
        }
        return settings;
    }
}
