package org.yuanhu.clientapi.household;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.home.PrivateFiles;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.Salt;

/**
 * The salts of each household's private fields: the same ones again when an enrolment is sent again, so that it is the same
 * enrolment, and none ever after the household was erased.
 *
 * <p>A salt is HMAC(server key, seed, household, field); the seed is random, one small file a household, and says nothing without
 * the server's key. Erasing deletes it, and with it every way from a public digest back to a value.
 */
@Component
final class Salts {
    private static final int SALT_BYTES = 16;

    private final Path folder;
    private final ServerKeys keys;
    private final SecureRandom random = new SecureRandom();

    Salts(Home home, ServerKeys keys) {
        this.folder = home.folder("salts");
        this.keys = keys;
    }

    /** The salt of one field; the first time, the household's seed is made and kept before it is used. */
    Salt of(HouseholdId household, FieldName field) {
        byte[] mac = keys.mac("household-salts", seed(household) + "\n" + household + "\n" + field);
        return new Salt(HexFormat.of().formatHex(Arrays.copyOf(mac, SALT_BYTES)));
    }

    /** Deletes the household's seed. */
    synchronized void forget(HouseholdId household) {
        try {
            Files.deleteIfExists(file(household));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the salts of " + household, e);
        }
    }

    private synchronized String seed(HouseholdId household) {
        Path file = file(household);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            Files.createDirectories(file.getParent());
            String made = Salt.random(random).value();
            PrivateFiles.write(file, made.getBytes(StandardCharsets.US_ASCII));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the salts of " + household, e);
        }
    }

    /** 256 folders, so that a province's households do not lie in one. */
    private Path file(HouseholdId household) {
        return folder.resolve(household.value().substring(0, 2)).resolve(household.value());
    }
}
