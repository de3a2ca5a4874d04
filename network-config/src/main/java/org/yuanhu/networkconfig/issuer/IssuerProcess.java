package org.yuanhu.networkconfig.issuer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.issuing.Identities;
import org.yuanhu.consortium.issuing.Issuer;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/** An organisation's issuer as a process of its own ({@link Issuer}); its server asks it for certificates. */
public final class IssuerProcess {
    private IssuerProcess() {}

    /**
     * Serves until it is ended.
     *
     * @param arguments the organisation's folder, whose name is its MSP id
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]).toRealPath();
        Consortium consortium = Consortium.read(root.resolve("consortium.yaml"));
        MspId msp = new MspId(root.getFileName().toString());
        OrganisationFolder folder = new OrganisationFolder(root, consortium.organisation(msp));
        Identities identities =
                Identities.create(folder.identities(), consortium, List.of(msp), InstantSource.system());
        Issuer issuer = new Issuer(identities, folder.issuerSocket(), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(issuer::close));
        System.out.println("certifying the people of " + msp + " at " + folder.issuerSocket());
        issuer.serve();
    }

    /** The command by which it is started. */
    public static List<String> command(String java, String classPath, Path folder) {
        return List.of(
                java,
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                IssuerProcess.class.getName(),
                folder.toString());
    }
}
