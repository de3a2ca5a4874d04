package org.yuanhu.networkconfig.configuration;

import java.nio.file.Path;
import java.util.Map;
import org.yuanhu.consortium.AuthorityName;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.consortium.identity.UserIdentity;

/** An organisation's definition in the folder form Fabric reads. */
public final class MspFolder {
    private MspFolder() {}

    /** What everyone may know: the organisation as it stands in the channel. */
    public static void write(MspDefinition definition, Path folder) {
        String root = Pem.of(definition.root());
        DurableFile.write(folder.resolve("cacerts/root.pem"), root);
        DurableFile.write(folder.resolve("tlscacerts/root.pem"), root);
        DurableFile.write(folder.resolve("tlsintermediatecerts/ca-nodes.pem"), Pem.of(definition.nodes()));
        DurableFile.write(folder.resolve("crls/root.pem"), Pem.of(definition.crlOf(definition.root())));
        definition.authorities().forEach((name, certificate) -> {
            DurableFile.write(file(folder, "intermediatecerts", name), Pem.of(certificate));
            DurableFile.write(file(folder, "crls", name), Pem.of(definition.crlOf(certificate)));
        });
        DurableFile.write(
                folder.resolve("config.yaml"), Template.of("msp-config.yaml").with(Map.of()));
    }

    /** A node's own MSP: the definition, and the certificate and key it signs with. */
    static void writeLocal(MspDefinition definition, UserIdentity signer, Path folder) {
        write(definition, folder);
        DurableFile.write(folder.resolve("signcerts/cert.pem"), signer.certificatePem());
        DurableFile.secretFolder(folder.resolve("keystore"));
        DurableFile.writeSecret(folder.resolve("keystore/key.pem"), Pem.of(signer.key()));
    }

    private static Path file(Path folder, String kind, AuthorityName name) {
        return folder.resolve(kind).resolve(name + ".pem");
    }
}
