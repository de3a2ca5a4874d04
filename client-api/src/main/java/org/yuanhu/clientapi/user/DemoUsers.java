package org.yuanhu.clientapi.user;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.startup.StartOrder;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.consortium.enrolment.UserRequest;

/**
 * The sample season's users ({@code season/users.csv}), with passwords that everybody knows: the name and {@code -demo}. They exist
 * in the demo profile only, and on a network each on its own organisation's server.
 */
@Component
@Profile("demo")
@Order(StartOrder.USERS)
public final class DemoUsers implements ApplicationRunner {
    private final Users users;
    private final Wallets wallets;
    private final Enrolment enrolment;

    DemoUsers(Users users, Wallets wallets, Enrolment enrolment) {
        this.users = users;
        this.wallets = wallets;
        this.enrolment = enrolment;
    }

    /** The known password of a demo user. */
    public static String passwordOf(String name) {
        return name + "-demo";
    }

    /** The organisation of each demo user, by name. */
    public static Map<String, MspId> organisations() throws IOException {
        return read().stream().collect(Collectors.toMap(DemoUser::name, user -> new MspId(user.msp())));
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (DemoUser demo : read()) {
            boolean ours = enrolment.organisations().contains(new MspId(demo.msp()));
            if (ours && users.find(demo.name()).isEmpty()) {
                wallets.keep(demo.name(), enrolment.enrol(demo.request()));
                users.save(new User(demo.name(), false, false), passwordOf(demo.name()));
            }
        }
    }

    /** The file's columns are user, role, msp, region, cooperative, name; none holds a comma. */
    private static List<DemoUser> read() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("season/users.csv").getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new DemoUser(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        }
    }

    private record DemoUser(String name, String role, String msp, String region, String cooperative) {
        UserRequest request() {
            Map<String, String> attributes = Stream.of(
                            Map.entry("yuanhu.region", region), Map.entry("yuanhu.cooperative", cooperative))
                    .filter(attribute -> !attribute.getValue().isEmpty())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return UserRequest.of(role, name, attributes);
        }
    }
}
