package org.yuanhu.networkconfig.deployment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.trust.CanonicalJson;
import org.yuanhu.networkconfig.layout.NodeKind;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/**
 * The chaincode as a process of its own beside an organisation's peer. What it needs to know comes by environment
 * variables, which stand in {@code chaincode/environment} for systemd and for the start by hand alike; paths are relative
 * to its folder. Peer and chaincode know each other by TLS certificates of the organisation's own node authority.
 */
public final class ChaincodeProcess {
    private static final String MAIN_KEY = "YUANHU_CHAINCODE_MAIN";

    private final OrganisationFolder folder;

    public ChaincodeProcess(OrganisationFolder folder) {
        this.folder = folder;
    }

    /** Whether there is code to run. */
    public boolean isInstalled() {
        return Files.exists(environmentFile());
    }

    /** Puts the code and its settings in place, and tells the peer's builder where the process will be. */
    public void install(ChaincodeCode code) {
        code.copyTo(folder.chaincodeJars());
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("CHAINCODE_SERVER_ADDRESS", "127.0.0.1:" + port());
        environment.put("CORE_CHAINCODE_ID_NAME", code.packageId());
        environment.put("YUANHU_AUTHORITIES", "authorities.json");
        environment.put("CHAINCODE_TLS_CERT", "tls/cert.pem");
        environment.put("CHAINCODE_TLS_KEY", "tls/key.pem");
        environment.put("CHAINCODE_TLS_CLIENT_CA", "tls/client-ca.pem");
        environment.put(MAIN_KEY, code.mainClass());
        DurableFile.write(
                environmentFile(),
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** The settings by which the peer reaches the process; they hold the peer's TLS key, so only the owner reads them. */
    public void writeConnection() {
        Path tls = folder.node(NodeKind.PEER).resolve("tls-chaincode");
        Map<String, Object> connection = Map.of(
                "address",
                "localhost:" + port(),
                "dial_timeout",
                "10s",
                "tls_required",
                true,
                "client_auth_required",
                true,
                "client_key",
                DurableFile.read(tls.resolve("key.pem")),
                "client_cert",
                DurableFile.read(tls.resolve("cert.pem")),
                "root_cert",
                DurableFile.read(tls.resolve("ca.pem")));
        DurableFile.writeSecret(
                folder.node(NodeKind.PEER).resolve("builder/connection.json"), CanonicalJson.text(connection));
    }

    /**
     * What to start. An invocation is short and waits for its peer most of the time: the simple compiler is enough, and the other would
     * take more of a small machine in the first minutes than the invocations do.
     */
    public List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "lib/*",
                environment().get(MAIN_KEY));
    }

    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        DurableFile.read(environmentFile()).lines().forEach(line -> {
            int equals = line.indexOf('=');
            environment.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return environment;
    }

    /** The package the process serves. */
    public String packageId() {
        return String.valueOf(environment().get("CORE_CHAINCODE_ID_NAME"));
    }

    private int port() {
        return folder.organisation().address().chaincodePort();
    }

    private Path environmentFile() {
        return folder.node(NodeKind.CHAINCODE).resolve("environment");
    }
}
