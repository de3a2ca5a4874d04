package org.yuanhu.clientapi.user;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.secret.KeyDependants;

/** Users in the database: each but an administrator has a wallet under the master key, or had one. */
@Component
final class UsersOnRecord implements KeyDependants {
    private final Users users;

    UsersOnRecord(Users users) {
        this.users = users;
    }

    @Override
    public KeyName key() {
        return KeyName.MASTER;
    }

    @Override
    public Optional<String> found() {
        return users.all().stream()
                .filter(user -> !user.administrator())
                .findFirst()
                .map(any -> "the certificates of the users in the database");
    }
}
