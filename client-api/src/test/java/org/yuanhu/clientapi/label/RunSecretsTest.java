package org.yuanhu.clientapi.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.qrtools.secret.SealedSecret;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class RunSecretsTest {
    private static final RunNumber RUN = new RunNumber("10000101");
    private static final ConsortiumId CONSORTIUM = new ConsortiumId("demo-52");

    private final KeyPair platform = pair();

    @TempDir
    private Path folder;

    @Test
    void aSecretIsOnDiskEncryptedAndSealedBeforeItIsHandedOut() throws IOException {
        RunSecret secret = store(folder, 1).ofRun(RUN);
        Path file = folder.resolve("runs").resolve("10000101");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("yuanhu-encrypted-secret-v1");
        assertThat(SealedSecret.parse(lines.get(1)).open(platform.getPrivate())).isEqualTo(secret);
        assertThat(Files.readString(file)).doesNotContain(HexFormat.of().formatHex(secret.bytes()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretOutlivesTheServerAndIsNeverMadeTwice() {
        RunSecret first = store(folder, 1).ofRun(RUN);
        assertThat(store(folder, 1).ofRun(RUN)).isEqualTo(first);
        assertThat(store(folder, 1).find(RUN)).contains(first);
        assertThat(store(folder, 1).find(new RunNumber("10000102"))).isEmpty();
    }

    @Test
    void anotherServersKeyOpensNothing() {
        store(folder, 1).ofRun(RUN);
        RunSecrets stranger = store(folder, 2);
        assertRefused(() -> stranger.find(RUN));
        assertRefused(() -> stranger.ofRun(RUN));
    }

    @Test
    void aSecretMovedToAnotherRunsFileOpensNot() throws IOException {
        store(folder, 1).ofRun(RUN);
        Files.copy(
                folder.resolve("runs").resolve("10000101"),
                folder.resolve("runs").resolve("10000102"));
        assertRefused(() -> store(folder, 1).find(new RunNumber("10000102")));
    }

    @Test
    void everyFlippedByteOfTheEncryptedSecretIsNoticed() throws IOException {
        store(folder, 1).ofRun(RUN);
        Path file = folder.resolve("runs").resolve("10000101");
        String text = Files.readString(file);
        int from = text.indexOf("\"nonce\":\"") + 9;
        for (int at = from; at < text.indexOf('}') - 1; at += 7) {
            char digit = text.charAt(at);
            if (HexFormat.isHexDigit(digit)) {
                char other = digit == '0' ? '1' : '0';
                Files.writeString(file, text.substring(0, at) + other + text.substring(at + 1));
                assertThatThrownBy(() -> store(folder, 1).find(RUN)).isInstanceOf(RefusedException.class);
            }
        }
    }

    @Test
    void anActKeepsTheRunNumberItWasGiven() {
        store(folder, 1).give(new ActId("print-A"), RUN);
        store(folder, 1).give(new ActId("print-a"), new RunNumber("10000102"));
        assertThat(store(folder, 1).runOf(new ActId("print-A"))).contains(RUN);
        assertThat(store(folder, 1).runOf(new ActId("print-a"))).contains(new RunNumber("10000102"));
        assertThat(store(folder, 1).runOf(new ActId("print-b"))).isEmpty();
    }

    @Test
    void anotherOrganisationTakesInWhatWasSealedToItAndNobodyElseCan(@TempDir Path elsewhere) {
        RunSecret secret = store(folder, 1).ofRun(RUN);
        SealedSecret sealed = store(folder, 1).export(RUN, platform.getPublic()).orElseThrow();
        RunSecrets other = store(elsewhere, 2);
        assertRefused(() -> other.take(sealed, pair().getPrivate()));
        assertThat(other.find(RUN)).isEmpty();
        other.take(sealed, platform.getPrivate());
        other.take(sealed, platform.getPrivate());
        assertThat(store(elsewhere, 2).find(RUN)).contains(secret);
    }

    @Test
    void aSecretIsNotReplacedByAnother(@TempDir Path elsewhere) {
        RunSecret ours = store(folder, 1).ofRun(RUN);
        RunSecrets other = store(elsewhere, 2);
        other.ofRun(RUN);
        SealedSecret theirs = other.export(RUN, platform.getPublic()).orElseThrow();
        assertRefused(() -> store(folder, 1).take(theirs, platform.getPrivate()));
        assertThat(store(folder, 1).find(RUN)).contains(ours);
    }

    @Test
    void withNobodyToSealToNothingIsMade() throws IOException {
        assertThatIllegalStateException().isThrownBy(() -> new RunSecrets(folder, CONSORTIUM, key(1), List.of()));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void theCommandLineHandsASecretOver(@TempDir Path ours, @TempDir Path theirs) throws IOException {
        ResolverKeys keys = resolvers(theirs);
        keys.make(new MspId("PlatformMSP"));
        keys.make(new MspId("CooperativeMSP"));
        resolvers(ours).make(new MspId("PlatformMSP"));
        var home = new Home(ours);
        RunSecret secret = LabelConfiguration.open(
                        home, ServerKeys.of(home), Consortium.demo(), resolvers(ours), new MspId("CooperativeMSP"))
                .ofRun(RUN);
        var out = new StringWriter();
        String recipient =
                theirs.resolve("resolvers").resolve("PlatformMSP.pem").toString();
        int exported = LabelsCommand.commandLine()
                .setOut(new PrintWriter(out))
                .execute("secret", "export", "--home", ours.toString(), "--to", recipient, RUN.value());
        assertThat(exported).isZero();
        assertThat(ServerKeys.of(new Home(theirs)))
                .as("their server has run before")
                .isNotNull();
        Path file = Files.writeString(theirs.resolve("10000101.sealed"), out.toString(), StandardCharsets.UTF_8);
        assertThat(LabelsCommand.run(
                        "secret",
                        "import",
                        "--home",
                        theirs.toString(),
                        "--organisation",
                        "PlatformMSP",
                        file.toString()))
                .isZero();
        var there = new Home(theirs);
        assertThat(LabelConfiguration.open(
                                there, ServerKeys.of(there), Consortium.demo(), keys, new MspId("PlatformMSP"))
                        .find(RUN))
                .contains(secret);
        assertThat(LabelsCommand.run("secret", "import", "--home", ours.toString(), file.toString()))
                .isEqualTo(1);
    }

    private static ResolverKeys resolvers(Path home) {
        return new ResolverKeys(home, home.resolve("resolvers"));
    }

    private RunSecrets store(Path where, int key) {
        return new RunSecrets(where, CONSORTIUM, key(key), List.of(platform.getPublic()));
    }

    private static SecretKeySpec key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return new SecretKeySpec(bytes, "AES");
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.LB_08));
    }
}
