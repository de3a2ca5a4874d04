package org.yuanhu.networkconfig.cli;

import java.time.Period;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.RoleName;
import org.yuanhu.consortium.enrolment.UserRequest;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code network identity issue}. */
@Command(
        name = "issue",
        description = "Issues a person's certificate, by the authority of the role, and keeps it with its key.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  network identity issue --role county-officer --name officer-7 --region 520123",
            "  network identity issue --role clerk --name clerk-1 --cooperative 93115986CRUTYWYPGK --days 90",
            "  network identity issue --role city-officer --name officer-8 --person officer-7 --region 520100",
            "  network identity issue --role inspector --name inspector-2"
        })
final class IdentityIssue implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    HomeOptions options;

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "what the holder acts as")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String role;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "an account's name, never a person's: it is public on the ledger, for good")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String name;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            description =
                    "whoever holds it, if they hold another certificate already: the name in that one's yuanhu.person (default: the"
                            + " name)")
    @Nullable
    String person;

    @Option(names = "--region", paramLabel = "CODE", description = "GB/T 2260 code an officer is limited to")
    @Nullable
    String region;

    @Option(names = "--cooperative", paramLabel = "CODE", description = "credit code of the holder's cooperative")
    @Nullable
    String cooperative;

    @Option(
            names = "--days",
            defaultValue = "365",
            paramLabel = "N",
            description = "how long it is valid (default: ${DEFAULT-VALUE})")
    int days;

    @Override
    public Integer call() {
        Map<String, String> attributes = new TreeMap<>();
        if (region != null) {
            attributes.put("yuanhu.region", region);
        }
        if (cooperative != null) {
            attributes.put("yuanhu.cooperative", cooperative);
        }
        Identities identities = options.identities();
        UserIdentity user = identities.issueUser(new UserRequest(
                new RoleName(role), name, person == null ? name : person, attributes, Period.ofDays(days)));
        identities.keep(user);
        spec.commandLine()
                .getOut()
                .println(user.msp() + "/" + user.name() + "  serial "
                        + user.certificate().getSerialNumber().toString(16) + "  valid until "
                        + user.certificate().getNotAfter().toInstant());
        return 0;
    }
}
