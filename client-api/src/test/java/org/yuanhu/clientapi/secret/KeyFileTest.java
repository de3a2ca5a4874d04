package org.yuanhu.clientapi.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.home.Home;

class KeyFileTest {
    @TempDir
    Path folder;

    private Path file;
    private KeyFile key;

    @BeforeEach
    void place() {
        file = folder.resolve("some.key");
        key = new KeyFile(file, folder.resolve("some.mark"));
    }

    @Test
    void isMadeOnceWhereNothingNeedsOne() throws IOException {
        byte[] made = key.readOrMake(Optional::empty);

        assertThat(made).hasSize(32);
        assertThat(key.readOrMake(() -> Optional.of("everything"))).isEqualTo(made);
        assertThat(key.mustBeThere("")).isEqualTo(made);
        assertThat(Files.readString(folder.resolve("some.mark"))).doesNotContain(Files.readString(file));
    }

    @Test
    void isNotMadeAnewWhereSomethingNeedsTheOneThereWas() {
        assertThatThrownBy(() -> key.readOrMake(() -> Optional.of("the wallets")))
                .isInstanceOf(MissingKeyException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("the wallets")
                .hasMessageContaining("Restore it");
        assertThat(file).doesNotExist();
    }

    @Test
    void isMissedAfterARestoreThatForgotItAlsoWhereNothingElseNeedsIt() throws IOException {
        byte[] made = key.readOrMake(Optional::empty);
        String text = Files.readString(file);
        Files.delete(file);

        assertThatThrownBy(() -> key.readOrMake(Optional::empty)).isInstanceOf(MissingKeyException.class);
        Files.writeString(file, text + "\n");
        assertThat(key.readOrMake(Optional::empty)).isEqualTo(made);
    }

    @Test
    void anotherKeyInItsPlaceIsToldFromIt() throws IOException {
        key.readOrMake(Optional::empty);
        Files.writeString(file, "ab".repeat(32));

        assertThatThrownBy(() -> key.readOrMake(Optional::empty))
                .isInstanceOf(MissingKeyException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingRepeated() throws IOException {
        Files.writeString(file, "half a secret");

        assertThatThrownBy(() -> key.mustBeThere(""))
                .isInstanceOf(MissingKeyException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void theMasterKeyIsMissedWhereAWalletARunSecretOrASaltIs() throws IOException {
        for (String made : new String[] {"wallets/clerk.p12", "secrets/runs/10000101", "salts/ab/abcdef0123456789"}) {
            Path home = folder.resolve(made.replace('/', '-'));
            Files.createDirectories(home.resolve(made).getParent());
            Files.writeString(home.resolve(made), "encrypted under a key that is not there");

            assertThatThrownBy(() -> ServerKeys.of(new Home(home)))
                    .isInstanceOf(MissingKeyException.class)
                    .hasMessageContaining(home.resolve("keys/master.key").toString())
                    .hasMessageContaining(
                            made.substring(0, made.lastIndexOf('/')).replace("/ab", ""));
        }
    }

    @Test
    void aCommandDoesNotMakeKeysInAFolderThatIsNoServers() {
        assertThatThrownBy(() -> ServerKeys.existing(new Home(folder.resolve("nowhere"))))
                .isInstanceOf(MissingKeyException.class);
        assertThat(folder.resolve("nowhere/keys/master.key")).doesNotExist();
    }
}
