package org.yuanhu.networkconfig.layout;

import java.nio.file.Files;
import java.nio.file.Path;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.Organisation;
import org.yuanhu.consortium.file.DurableFile;

/**
 * The folder of one organisation on its own host. It holds all the organisation needs and nobody else's keys, refers to
 * nothing outside itself, and can be copied to another machine as it is.
 *
 * @param root the folder
 * @param organisation whose it is
 */
public record OrganisationFolder(Path root, Organisation organisation) {

    /** Takes every right on the folder and its nodes' folders from others: private data lies in them as databases write it. */
    public void close() {
        DurableFile.closedFolder(root);
        for (NodeKind kind : NodeKind.values()) {
            if (kind != NodeKind.SERVER || Files.isDirectory(node(kind))) { // who has none does without a server
                DurableFile.closedFolder(node(kind));
            }
        }
    }

    /** Where its issuer listens. */
    public Path issuerSocket() {
        return node(NodeKind.ISSUER).resolve("socket");
    }

    /** The organisation's own keys and certificates. */
    public Path identities() {
        return root.resolve("identities");
    }

    /** Its own copy of the consortium file. */
    public Path consortiumFile() {
        return root.resolve("consortium.yaml");
    }

    /** What the organisations have handed out, as this one received it. */
    public Path bundles() {
        return root.resolve("bundles");
    }

    /** The first block of the channel, as this one received it. */
    public Path genesis() {
        return root.resolve("genesis.block");
    }

    /** What a buyer's verifier pins. */
    public Path trustFile() {
        return root.resolve("trust.json");
    }

    /** The working folder of a node. */
    public Path node(NodeKind kind) {
        return root.resolve(kind.text());
    }

    /** The administrator's MSP, for Fabric's own commands. */
    public Path adminMsp() {
        return root.resolve("admin/msp");
    }

    /** The chaincode process's own copy of who may grant which role. */
    public Path authorities() {
        return node(NodeKind.CHAINCODE).resolve("authorities.json");
    }

    /** What a node writes. */
    public Path log(NodeKind kind) {
        return root.resolve("logs").resolve(kind.text() + ".log");
    }

    /** Which process a node is. */
    public Path pidFile(NodeKind kind) {
        return pidFile(kind.text());
    }

    /** Which process has this name. */
    public Path pidFile(String name) {
        return root.resolve("run").resolve(name + ".pid");
    }

    public MspId msp() {
        return organisation.msp();
    }
}
