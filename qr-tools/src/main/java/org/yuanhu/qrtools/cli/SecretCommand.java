package org.yuanhu.qrtools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.qrtools.secret.EncryptedSecret;
import org.yuanhu.qrtools.secret.SealedSecret;
import org.yuanhu.vocabulary.label.RunSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands run secrets from one organisation to another. */
@Command(name = "secret", mixinStandardHelpOptions = true)
final class SecretCommand {
    /** Opens an encrypted secret and seals it to another organisation's key. */
    @Command(name = "export", mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", descriptionKey = "encryptedSecret")
        private Path encrypted = Path.of("");

        @Option(names = "--key", required = true, paramLabel = "FILE")
        private Path key = Path.of("");

        @Option(names = "--to", required = true, paramLabel = "PEM", descriptionKey = "recipient")
        private Path recipient = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "FILE")
        private Path out = Path.of("");

        private final PrintWriter console;

        Export(PrintWriter console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            EncryptedSecret file =
                    EncryptedSecret.parse(Files.readString(encrypted).strip());
            RunSecret secret = file.open(RunOptions.key(key));
            SealedSecret sealed =
                    SealedSecret.of(secret, file.consortium(), file.run(), RunOptions.publicKey(recipient));
            DurableFile.write(out, sealed.text() + "\n");
            console.println(Messages.say("sealed", file.run(), sealed.recipient()));
            return 0;
        }
    }

    /** Opens a sealed secret and encrypts it under a key of one's own. */
    @Command(name = "import", mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", descriptionKey = "sealedSecret")
        private Path sealed = Path.of("");

        @Option(names = "--private-key", required = true, paramLabel = "PEM")
        private Path privateKey = Path.of("");

        @Option(names = "--key", required = true, paramLabel = "FILE")
        private Path key = Path.of("");

        @Option(names = "--out", required = true, paramLabel = "FILE")
        private Path out = Path.of("");

        private final PrintWriter console;

        Import(PrintWriter console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            SealedSecret file = SealedSecret.parse(Files.readString(sealed).strip());
            RunSecret secret = file.open(RunOptions.privateKey(privateKey));
            EncryptedSecret encrypted =
                    EncryptedSecret.of(secret, file.consortium(), file.run(), RunOptions.key(key), new SecureRandom());
            DurableFile.createSecret(out, (encrypted.text() + "\n").getBytes(StandardCharsets.US_ASCII));
            console.println(Messages.say("imported", file.run()));
            return 0;
        }
    }
}
