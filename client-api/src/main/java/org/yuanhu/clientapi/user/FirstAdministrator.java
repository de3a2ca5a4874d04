package org.yuanhu.clientapi.user;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.startup.StartOrder;
import org.yuanhu.consortium.file.DurableFile;

/**
 * Outside of the demo: on a first start, one administrator, who adds everybody else through {@code POST /api/v1/users}. The password
 * comes from {@code yuanhu.administrator.password-file}, or is made at random and left in {@code first-sign-in.txt} below the home
 * folder, to be read once and deleted.
 */
@Component
@Profile("!demo")
@Order(StartOrder.USERS)
final class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int RANDOM_BYTES = 18;

    private final Users users;
    private final Home home;
    private final String name;
    private final Optional<Path> passwordFile;

    FirstAdministrator(
            Users users,
            Home home,
            @Value("${yuanhu.administrator.name:administrator}") String name,
            @Value("${yuanhu.administrator.password-file:#{null}}") Optional<Path> passwordFile) {
        this.users = users;
        this.home = home;
        this.name = UserNames.require(name);
        this.passwordFile = passwordFile;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!users.isEmpty()) {
            return;
        }
        if (passwordFile.isPresent()) {
            users.save(
                    new User(name, true, false),
                    Files.readString(passwordFile.get()).strip());
            LOG.info("Made the first administrator, with the configured password");
            return;
        }
        String password = random();
        Path note = home.folder().resolve("first-sign-in.txt");
        DurableFile.writeSecret(note, name + "\n" + password + "\n");
        users.save(new User(name, true, false), password);
        LOG.info("Made the first administrator; name and password are in {}: sign in, then delete it", note);
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
