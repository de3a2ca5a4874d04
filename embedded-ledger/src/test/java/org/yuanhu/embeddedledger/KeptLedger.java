package org.yuanhu.embeddedledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.yuanhu.consortium.identity.Pem;
import org.yuanhu.embeddedledger.channel.Member;
import org.yuanhu.embeddedledger.channel.PrivateCollection;

/**
 * A small ledger that an earlier version wrote, with the keys of its organisations, in a zip file. Once made it is never
 * made anew: what is in it must stay readable. {@link #main} makes one; a new format of the ledger adds a file of its own.
 */
final class KeptLedger {
    private static final List<String> ORGANISATIONS =
            List.of(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE, TestChannel.PLATFORM, TestChannel.AUDITOR);

    /** A client of today says today's time; the certificates are judged by the clock above alone. */
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private final Path folder;

    private KeptLedger(Path folder) {
        this.folder = folder;
    }

    /** Unpacks a kept ledger into a folder. */
    static KeptLedger unpack(String name, Path folder) throws IOException {
        InputStream resource = KeptLedger.class.getResourceAsStream("/ledgers/" + name);
        if (resource == null) {
            throw new IOException("no kept ledger " + name);
        }
        try (ZipInputStream zip = new ZipInputStream(resource)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(zip, file);
            }
        }
        return new KeptLedger(folder);
    }

    /** When it was made; its certificates are judged by this moment and no other. */
    Instant made() throws IOException {
        return Instant.parse(Files.readString(folder.resolve("made.txt")).strip());
    }

    LedgerBuilder ledger() throws IOException {
        LedgerBuilder builder = EmbeddedLedger.in(
                        folder.resolve("ledger"), TestChannel.CHANNEL, TestChannel.CHAINCODE, new NotebookChaincode())
                .collection(new PrivateCollection(
                        NotebookChaincode.COLLECTION, Set.of(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)))
                .clock(Clock.fixed(made(), ZoneOffset.UTC))
                .timeWindow(CENTURY);
        for (String mspId : ORGANISATIONS) {
            builder.member(Member.ofPem(
                    mspId,
                    pem(mspId, "root"),
                    pem(mspId, "issuing"),
                    pem(mspId, "endorser"),
                    pem(mspId, "endorser-key")));
        }
        return builder;
    }

    TestOrganisation.Holder user(String mspId) throws IOException {
        return new TestOrganisation.Holder(
                mspId, Pem.certificate(pem(mspId, "user")), Pem.privateKey(pem(mspId, "user-key")));
    }

    private String pem(String mspId, String name) throws IOException {
        return Files.readString(folder.resolve("keys").resolve(mspId).resolve(name + ".pem"));
    }

    /**
     * Makes one.
     *
     * @param arguments the zip file to write
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("kept-ledger");
        TestChannel channel = new TestChannel();
        Files.writeString(
                folder.resolve("made.txt"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        for (String mspId : ORGANISATIONS) {
            TestOrganisation organisation = channel.organisation(mspId);
            Path keys = Files.createDirectories(folder.resolve("keys").resolve(mspId));
            write(keys.resolve("root.pem"), organisation.root());
            write(keys.resolve("issuing.pem"), organisation.authority());
            write(keys.resolve("endorser.pem"), organisation.member().endorser());
            write(
                    keys.resolve("endorser-key.pem"),
                    new JcaPKCS8Generator(organisation.member().endorserKey(), null));
            TestOrganisation.Holder user = organisation.user("user");
            write(keys.resolve("user.pem"), user.certificate());
            write(keys.resolve("user-key.pem"), new JcaPKCS8Generator(user.key(), null));
        }
        try (EmbeddedLedger ledger = channel.start(folder.resolve("ledger"));
                Gateway gateway = TestChannel.connect(channel.user(TestChannel.COOPERATIVE), ledger.channel())) {
            Contract contract = TestChannel.contract(gateway);
            act(contract);
            ledger.compact(); // so that there are table files as well as logs
            contract.submitTransaction("put", "written-last", "after the tables");
            secret(contract, "second", "another private value");
        }
        zip(folder, Path.of(arguments[0]));
    }

    private static void act(Contract contract) throws Exception {
        contract.submitTransaction("put", "plain", "红苹果");
        contract.submitTransaction("put", "gone", "x");
        contract.submitTransaction("delete", "gone");
        contract.submitTransaction("putComposite", "crop", "walnut", "2026", "composite");
        contract.submitTransaction("event", "weighed", "an event");
        secret(contract, "first", "replaced");
        secret(contract, "first", "a private value");
        secret(contract, "purged", "to be purged");
        contract.newProposal("purgeSecret")
                .addArguments("purged")
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
        contract.newProposal("put")
                .addArguments("plain", "too few endorsed this")
                .setEndorsingOrganizations(TestChannel.AUDITOR)
                .build()
                .endorse()
                .submitAsync()
                .getStatus();
    }

    private static void secret(Contract contract, String key, String value) throws Exception {
        contract.newProposal("putSecret")
                .addArguments(key)
                .putAllTransient(Map.of("value", value.getBytes(StandardCharsets.UTF_8)))
                .setEndorsingOrganizations(TestChannel.GOVERNMENT, TestChannel.COOPERATIVE)
                .build()
                .endorse()
                .submit();
    }

    private static void write(Path file, Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        Files.writeString(file, text.toString());
    }

    private static void zip(Path folder, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile)
                    .filter(each -> !Set.of("LOG", "LOCK").contains(String.valueOf(each.getFileName())))
                    .sorted()
                    .toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
    }
}
