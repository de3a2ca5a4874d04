package org.yuanhu.networkconfig.configuration;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What orderers and peers write to their logs: a line for each block and for what is unusual, none for each transaction; no colours. */
public final class NodeLogging {
    /** Loggers of Fabric that say something of each transaction, or of each connection. */
    private static final String SPEC = "info:gateway=warn:endorser=warn:comm.grpc.server=warn:grpc=warn"
            + ":committer.txvalidator=warn:gossip.privdata=warn"
            + ":orderer.consensus.smartbft.consensus=warn:orderer.common.broadcast=error";

    private static final String FORMAT = "%{time:2006-01-02T15:04:05.000Z07:00} %{level:.4s} [%{module}] %{message}";

    private NodeLogging() {}

    /** A node's environment, and in it what Fabric reads of its logging. */
    public static Map<String, String> with(Map<String, String> environment) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put("FABRIC_LOGGING_FORMAT", FORMAT);
        all.put("FABRIC_LOGGING_SPEC", SPEC);
        return all;
    }

    /** The same in a systemd unit, to which a percent sign means something. */
    static String unitLines() {
        return with(Map.of()).entrySet().stream()
                .map(variable -> "Environment=\"" + variable.getKey() + "="
                        + variable.getValue().replace("%", "%%") + "\"\n")
                .collect(Collectors.joining());
    }
}
