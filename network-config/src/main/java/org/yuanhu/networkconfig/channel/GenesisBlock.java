package org.yuanhu.networkconfig.channel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.PublicBundle;
import org.yuanhu.networkconfig.configuration.HostRenderer;
import org.yuanhu.networkconfig.configuration.MspFolder;
import org.yuanhu.networkconfig.configuration.Template;
import org.yuanhu.networkconfig.fabric.Command;
import org.yuanhu.networkconfig.fabric.FabricTools;
import org.yuanhu.networkconfig.layout.NetworkFolder;

/** The channel's first block, made by any one organisation from the public bundles, and the same for all. */
public final class GenesisBlock {
    private GenesisBlock() {}

    /**
     * Makes the block if there is none; it never changes once nodes have joined.
     *
     * @param blockInterval the longest time a transaction waits for others of its block
     */
    public static void make(FabricTools tools, NetworkFolder network, Duration blockInterval) {
        if (Files.exists(network.genesis())) {
            return;
        }
        Consortium consortium = network.consortium();
        Path folder = network.exchange();
        consortium
                .members()
                .forEach(msp -> MspFolder.write(
                        PublicBundle.read(folder, msp),
                        folder.resolve(msp.value()).resolve("msp")));
        DurableFile.write(folder.resolve("configtx.yaml"), configtx(consortium, blockInterval));
        Path next = network.genesis().resolveSibling("genesis.block.new");
        Command.of(
                        tools.program("configtxgen"),
                        "-profile",
                        "Channel",
                        "-channelID",
                        consortium.channel(),
                        "-configPath",
                        folder.toString(),
                        "-outputBlock",
                        next.toString())
                .in(folder)
                .run();
        DurableFile.moveInto(next, network.genesis());
    }

    /** {@code OutOf(3,'GovernmentMSP.peer',…)}: so many distinct organisations' peers. */
    public static String endorsement(Consortium consortium) {
        return consortium.members().stream()
                .map(msp -> "'" + msp + ".peer'")
                .collect(Collectors.joining(",", "OutOf(" + consortium.policy().organisations() + ",", ")"));
    }

    public static String configtx(Consortium consortium, Duration blockInterval) {
        StringBuilder consenters = new StringBuilder();
        StringBuilder organisations = new StringBuilder();
        int number = 0;
        for (Organisation organisation : consortium.organisations()) {
            Map<String, String> values = new TreeMap<>(HostRenderer.valuesOf(organisation));
            values.put("number", String.valueOf(++number));
            consenters.append(Template.of("configtx-consenter.yaml").with(values));
            organisations.append(Template.of("configtx-organisation.yaml").with(values));
        }
        return Template.of("configtx.yaml")
                .with(Map.of(
                        "channel", consortium.channel(),
                        "blockInterval", blockInterval.toMillis() + "ms",
                        "endorsement", endorsement(consortium),
                        "consenters", consenters.toString().stripTrailing(),
                        "organisations", organisations.toString().stripTrailing()));
    }
}
