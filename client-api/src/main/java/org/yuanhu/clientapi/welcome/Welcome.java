package org.yuanhu.clientapi.welcome;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.startup.StartOrder;
import org.yuanhu.clientapi.user.DemoUsers;
import org.yuanhu.clientapi.user.User;
import org.yuanhu.clientapi.user.Users;

/** Says, once the server serves, where it is and what to try: on standard output, for a person, beside the log. */
@Component
@Order(StartOrder.WELCOME)
final class Welcome implements ApplicationRunner {
    private static final int LABELS = 3;

    private final ServerAddress address;
    private final ObjectProvider<LabelsToScan> labels;
    private final Users users;
    private final boolean demo;

    Welcome(ServerAddress address, ObjectProvider<LabelsToScan> labels, Users users, Environment environment) {
        this.address = address;
        this.labels = labels;
        this.users = users;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        say(System.out);
    }

    void say(PrintStream out) {
        out.println();
        out.println("  Yuanhu 源户 serves at " + address.text()
                + (address.isOpen() ? " (other machines may connect)" : " (this machine only; --listen opens it)"));
        out.println("  API " + address.text() + "/swagger-ui.html");
        List<String> some = Optional.ofNullable(labels.getIfAvailable())
                .map(known -> known.some(LABELS))
                .orElse(List.of());
        if (!some.isEmpty()) {
            out.println();
            out.println("  Labels to scan, or to open as a buyer would:");
            some.forEach(label -> out.println("    " + label));
        }
        if (demo) {
            sayWhoMaySignIn(out);
        }
        out.println();
        out.flush();
    }

    private void sayWhoMaySignIn(PrintStream out) {
        out.println();
        out.println("  Demo sign-ins (name / password), known to everybody:");
        for (User user : users.all()) {
            if (!user.disabled()) {
                out.println("    " + user.name() + " / " + DemoUsers.passwordOf(user.name()));
            }
        }
    }
}
