package org.yuanhu.clientapi.user;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yuanhu.vocabulary.Hash;

/** Bearer tokens: opaque, 256 random bits, kept as SHA-256 only, gone after a fixed time. */
@Repository
class Tokens {
    private static final int BYTES = 32;

    private final JdbcClient sql;
    private final Duration lifetime;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient sql, @Value("${yuanhu.tokens.lifetime}") Duration lifetime) {
        this.sql = sql;
        this.lifetime = lifetime;
    }

    /** A new token for a user whose password was checked; expired ones of anybody are cleared away. */
    Token issue(String userName) {
        sql.sql("delete from bearer_token where expires_at < :now")
                .param("now", at(clock.instant()))
                .update();
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(lifetime);
        sql.sql("insert into bearer_token (token_hash, user_name, expires_at) values (:hash, :name, :expires)")
                .param("hash", hash(text))
                .param("name", userName)
                .param("expires", at(expires))
                .update();
        return new Token(text, expires);
    }

    /** Whose token this is, while it lasts. */
    Optional<String> userOf(String token) {
        return sql.sql("select user_name from bearer_token where token_hash = :hash and expires_at >= :now")
                .param("hash", hash(token))
                .param("now", at(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** Ends a token before its time. */
    void end(String token) {
        sql.sql("delete from bearer_token where token_hash = :hash")
                .param("hash", hash(token))
                .update();
    }

    private static String hash(String token) {
        return Hash.sha256(token.getBytes(StandardCharsets.UTF_8)).value();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param token to be sent as {@code Authorization: Bearer TOKEN}
     * @param expires when it ends
     */
    record Token(String token, Instant expires) {}
}
