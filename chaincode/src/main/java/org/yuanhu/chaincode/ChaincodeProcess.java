package org.yuanhu.chaincode;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;
import org.yuanhu.chaincode.access.Authorities;

/**
 * Runs the rule book as a server beside one organisation's Fabric peer. One process serves one peer.
 *
 * <p>All it needs comes from the environment:
 *
 * <ul>
 *   <li>{@code CORE_CHAINCODE_ID_NAME}: the package id the peer knows it by;
 *   <li>{@code CHAINCODE_SERVER_ADDRESS}: host and port to listen on;
 *   <li>{@code YUANHU_AUTHORITIES}: the organisation's own {@code authorities.json};
 *   <li>{@code CHAINCODE_TLS_CERT}, {@code CHAINCODE_TLS_KEY}, {@code CHAINCODE_TLS_CLIENT_CA}: PEM files of its certificate chain,
 *       its PKCS #8 key and the authority that issued the peer's client certificate. All three or none; without them it listens on
 *       a loopback address only, because whoever reaches it can read state.
 * </ul>
 */
public final class ChaincodeProcess {
    /** Where the organisation's {@code authorities.json} is. */
    public static final String AUTHORITIES = "YUANHU_AUTHORITIES";

    private static final String ADDRESS = "CHAINCODE_SERVER_ADDRESS";
    private static final List<String> TLS =
            List.of("CHAINCODE_TLS_CERT", "CHAINCODE_TLS_KEY", "CHAINCODE_TLS_CLIENT_CA");

    private static final Logger LOG = Logger.getLogger(ChaincodeProcess.class.getName());
    // held here: a logger nobody refers to forgets its level
    private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric");
    private static final Logger SHIM_REFUSALS =
            Logger.getLogger("org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask");

    private ChaincodeProcess() {}

    /** Serves until the process is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SHIM.setLevel(Level.WARNING);
        SHIM_REFUSALS.setLevel(Level.OFF); // a refusal is an answer, not an error
        Map<String, String> environment = System.getenv();
        try {
            serve(environment);
        } catch (IllegalArgumentException | IOException e) {
            LOG.log(Level.SEVERE, "The chaincode cannot be served: {0}", e.getMessage());
            System.exit(2);
        }
    }

    private static void serve(Map<String, String> environment) throws IOException, InterruptedException {
        ChaincodeServerProperties server = server(environment);
        Path authorities = Path.of(required(environment, AUTHORITIES));
        YuanhuChaincode chaincode = new YuanhuChaincode(Authorities.parse(Files.readString(authorities)));
        chaincode.processEnvironmentOptions();
        chaincode.validateOptions();
        Properties pool = chaincode.getChaincodeConfig();
        Metrics.initialize(pool);
        Traces.initialize(pool);
        LOG.log(Level.INFO, "Serving the chaincode on {0}, {1}", new Object[] {
            server.getServerAddress(), server.isTlsEnabled() ? "with TLS" : "without TLS"
        });
        new NettyChaincodeServer(chaincode, server).start();
    }

    /** @throws IllegalArgumentException if something is missing, or it would listen to the world without TLS */
    static ChaincodeServerProperties server(Map<String, String> environment) {
        ChaincodeServerProperties server = new ChaincodeServerProperties();
        InetSocketAddress address = address(required(environment, ADDRESS));
        server.setServerAddress(address);
        // the peer keeps one stream open for good; an age limit would only announce its end every five seconds
        server.setMaxConnectionAgeSeconds(Integer.MAX_VALUE);
        long given = TLS.stream().filter(environment::containsKey).count();
        if (given == TLS.size()) {
            server.setTlsEnabled(true);
            server.setKeyCertChainFile(environment.get(TLS.get(0)));
            server.setKeyFile(environment.get(TLS.get(1)));
            server.setTrustCertCollectionFile(environment.get(TLS.get(2)));
        } else if (given > 0) {
            throw new IllegalArgumentException("TLS needs all of " + TLS);
        } else if (address.getAddress() == null || !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    ADDRESS + "=" + address + ": without TLS (" + TLS + ") only a loopback address is served");
        }
        return server;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException(ADDRESS + "=" + text + ": host:port is needed", e);
        }
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }
}
