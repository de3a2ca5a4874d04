package org.yuanhu.networkconfig.layout;

import java.nio.file.Path;
import java.util.List;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.Organisation;

/**
 * Where a network's folders lie on this machine: {@code hosts/<host>/<MSP id>/}, one for each organisation, and
 * {@code exchange/}, which stands for what they send each other: certificates and the channel's first block, never a key.
 *
 * @param root the folder
 * @param consortium whose network it is
 */
public record NetworkFolder(Path root, Consortium consortium) {

    /** Stores the folder as an absolute path, as node processes are started in folders of their own. */
    public NetworkFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** What the organisations hand each other. */
    public Path exchange() {
        return root.resolve("exchange");
    }

    /** The first block, as it is sent round. */
    public Path genesis() {
        return exchange().resolve("genesis.block");
    }

    /** Is there once the organisations' servers have been started as the demonstration's. */
    public Path demonstration() {
        return root.resolve("demonstration");
    }

    /** The servers' program, taken apart once for all of them. */
    public Path serverProgram() {
        return root.resolve("server-program");
    }

    /** The organisations' folders, in the consortium file's order. */
    public List<OrganisationFolder> organisations() {
        return consortium.organisations().stream().map(this::folder).toList();
    }

    private OrganisationFolder folder(Organisation organisation) {
        return new OrganisationFolder(
                root.resolve("hosts")
                        .resolve(organisation.address().host())
                        .resolve(organisation.msp().value()),
                organisation);
    }
}
