package org.yuanhu.clientapi.user;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The users of this server. */
@Repository
public class Users {
    private final JdbcClient sql;
    private final PasswordEncoder passwords;

    Users(JdbcClient sql, PasswordEncoder passwords) {
        this.sql = sql;
        this.passwords = passwords;
    }

    /** Whether nobody may sign in yet. */
    public boolean isEmpty() {
        return sql.sql("select count(*) from signed_up_user").query(Long.class).single() == 0;
    }

    /** Everyone, by name. */
    public List<User> all() {
        return sql.sql("select name, administrator, disabled from signed_up_user order by name")
                .query(User.class)
                .list();
    }

    /** The user of this name, if there is one. */
    public Optional<User> find(String name) {
        return sql.sql("select name, administrator, disabled from signed_up_user where name = :name")
                .param("name", name)
                .query(User.class)
                .optional();
    }

    /** Adds a user, or replaces the one of this name and its password. */
    public void save(User user, String password) {
        String change = find(user.name()).isPresent()
                ? "update signed_up_user set password_hash = :hash, administrator = :administrator,"
                        + " disabled = :disabled where name = :name"
                : "insert into signed_up_user (name, password_hash, administrator, disabled)"
                        + " values (:name, :hash, :administrator, :disabled)";
        sql.sql(change)
                .param("name", user.name())
                .param("hash", passwords.encode(password))
                .param("administrator", user.administrator())
                .param("disabled", user.disabled())
                .update();
    }

    /** Lets a user sign in no more; what was signed before stays. */
    public void disable(String name) {
        sql.sql("update signed_up_user set disabled = true where name = :name")
                .param("name", name)
                .update();
        sql.sql("delete from bearer_token where user_name = :name")
                .param("name", name)
                .update();
    }

    Optional<String> passwordHash(String name) {
        return sql.sql("select password_hash from signed_up_user where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }
}
