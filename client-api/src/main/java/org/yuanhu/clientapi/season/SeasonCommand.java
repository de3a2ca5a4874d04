package org.yuanhu.clientapi.season;

import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yuanhu.clientapi.user.DemoUsers;
import org.yuanhu.consortium.MspId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads the sample season into the servers of a network: each person's file goes to that person's own organisation's server. */
@Command(
        name = "season",
        mixinStandardHelpOptions = true,
        description =
                "Loads the sample season into servers that run with its users. Running it again adds what is missing.",
        footer = {"", "Example: season GovernmentMSP=http://127.0.0.1:7107 CooperativeMSP=http://127.0.0.1:7117 …"})
public final class SeasonCommand implements Callable<Integer> {
    private static final int LABELS = 3;

    @Parameters(paramLabel = "MSP=ADDRESS", arity = "1..*", description = "where an organisation's server is")
    private Map<String, URI> servers = Map.of();

    private SeasonCommand() {}

    /**
     * Runs the command.
     *
     * @return the exit code: 0 done, 1 it could not go on, 2 wrong arguments
     */
    public static int run(String... arguments) {
        return new CommandLine(new SeasonCommand()).execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        Map<MspId, URI> addresses = new LinkedHashMap<>();
        servers.forEach((msp, address) -> addresses.put(new MspId(msp), address));
        PrintStream out = System.out;
        HttpImportClient client = new HttpImportClient(addresses, DemoUsers.organisations());
        if (!new SeasonLoad(client, out).run()) {
            return 1;
        }
        out.println();
        out.println("  Labels to scan, or to open as a buyer would:");
        client.labels(clerks(), LABELS).forEach(label -> out.println("    " + label));
        out.println("  Demo sign-ins: each server's log names its own; a password is the name and -demo");
        return 0;
    }

    /** Who had labels printed. */
    private static List<String> clerks() {
        return SeasonFiles.stages().stream()
                .filter(stage -> stage.table().equals("print-runs"))
                .flatMap(stage -> stage.files().stream())
                .map(SeasonFiles.UsersFile::user)
                .toList();
    }
}
