package org.yuanhu.qrtools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.NodeOu;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.issuing.Identities;

class LabelsTest {
    private static final String LINK = "https://yuanhu.example/01/09527763170661/10/2026-WLN-07/21/";

    @TempDir
    private Path folder;

    private final Locale locale = Locale.getDefault();
    private String printed = "";
    private String errors = "";

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(locale);
    }

    @Test
    void issuesPrintsReadsAndChecksARun() throws IOException {
        assertThat(issue("50")).isZero();
        assertThat(print("labels.pdf")).isZero();
        assertThat(run("read", file("labels.pdf"))).isZero();
        assertThat(printed.lines()).hasSize(50).allMatch(line -> line.contains("\t" + LINK + "52012301000"));
        assertThat(run("check", "--run", file("run.json"), "--secret", file("run.secret"), file("labels.pdf")))
                .isZero();
        assertThat(printed).contains("labels checked: 50, refused: 0");
    }

    @Test
    void printsPicturesThatReadBack() throws IOException {
        issue("3");
        assertThat(print("pictures")).isZero();

        try (Stream<Path> pictures = Files.list(folder.resolve("pictures"))) {
            String[] files = pictures.map(Path::toString).sorted().toArray(String[]::new);
            assertThat(files).hasSize(3);
            assertThat(run(Stream.concat(Stream.of("read"), Arrays.stream(files))
                            .toArray(String[]::new)))
                    .isZero();
            assertThat(printed.lines()).hasSize(3);
        }
    }

    @Test
    void aForgedLabelIsNamedAndExitsWithOne() throws IOException {
        issue("10");
        String forged = "/01/09527763170661/10/2026-WLN-07/21/52012301000001234561";
        String otherRun = "/01/09527763170661/10/0UHE6L111-0QDT1ZEUXE/21/66496172000004974992";

        assertThat(run("check", forged, otherRun, LINK)).isEqualTo(1);
        assertThat(run("check", "--run", file("run.json"), "--secret", file("run.secret"), otherRun))
                .isEqualTo(1);
        assertThat(printed).contains("LB-01");
    }

    @Test
    void aLabelThatDoesNotLeadToTheRunsRootIsRefused() throws IOException {
        issue("10");
        print("labels.pdf");
        Path run = folder.resolve("run.json");
        Files.writeString(run, Files.readString(run).replaceAll("\"root\":\"[0-9a-f]{8}", "\"root\":\"00000000"));

        assertThat(run("check", "--run", file("run.json"), "--secret", file("run.secret"), file("labels.pdf")))
                .isEqualTo(1);

        assertThat(printed).contains("LB-07").contains("labels checked: 10, refused: 10");
    }

    @Test
    void aPictureWithoutALabelIsSaid() throws IOException {
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY), "png", new File(file("black.png")));

        assertThat(run("read", file("black.png"))).isEqualTo(1);
        assertThat(errors).contains("LB-09").contains("black.png");
        assertThat(run("check", file("black.png"))).isEqualTo(1);
        assertThat(errors).contains("LB-09").contains("black.png");
    }

    @Test
    void aPrinterThatIsNotKnownIsRefused() throws IOException {
        issue("3");

        assertThat(print("labels.pdf", "--printer", "400")).isEqualTo(1);

        assertThat(errors).contains("LB-12").contains("printer", "400");
        assertThat(folder.resolve("labels.pdf")).doesNotExist();
    }

    @Test
    void aKeyOrCertificateInPemIsTakenAndAnythingElseIsNamed() throws IOException {
        Files.writeString(folder.resolve("ours.key"), "11".repeat(32));
        issue("3", "--key", file("ours.key"));
        UserIdentity other = Identities.create(folder.resolve("home"), Consortium.demo())
                .node(new MspId("PlatformMSP"), NodeOu.PEER, "resolver");
        Files.writeString(folder.resolve("cert.pem"), other.certificatePem());
        Files.writeString(folder.resolve("none.pem"), "nothing");

        assertThat(export("cert.pem")).isZero();
        assertThat(export("none.pem")).isEqualTo(1);
        assertThat(errors).contains("LB-11", "none.pem", "PUBLIC KEY");
        assertThat(run(
                        "secret",
                        "import",
                        file("run.secret"),
                        "--private-key",
                        file("cert.pem"),
                        "--key",
                        file("ours.key"),
                        "--out",
                        file("imported")))
                .isEqualTo(1);
        assertThat(errors).contains("FM-28");
        assertThat(run(
                        "secret",
                        "import",
                        file("sealed"),
                        "--private-key",
                        file("cert.pem"),
                        "--key",
                        file("ours.key"),
                        "--out",
                        file("imported")))
                .isEqualTo(1);
        assertThat(errors).contains("LB-11", "cert.pem", "PRIVATE KEY");
    }

    private int export(String recipient) {
        return run(
                "secret",
                "export",
                file("run.secret"),
                "--key",
                file("ours.key"),
                "--to",
                file(recipient),
                "--out",
                file("sealed"));
    }

    @Test
    void anotherSecretPrintsNothing() throws IOException {
        issue("10");
        Files.writeString(folder.resolve("run.secret"), "00".repeat(32));

        assertThat(print("labels.pdf")).isEqualTo(1);
        assertThat(errors).contains("Nothing was printed");
        assertThat(folder.resolve("labels.pdf")).doesNotExist();
    }

    @Test
    void aSecretIsNeverOverwritten() throws IOException {
        issue("10");
        String before = Files.readString(folder.resolve("run.secret"));

        assertThat(issue("10")).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("run.secret"))).isEqualTo(before);
    }

    @Test
    void aSecretTravelsSealedFromOneKeyToAnother() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair other = generator.generateKeyPair();
        pem("public.pem", "PUBLIC KEY", other.getPublic().getEncoded());
        pem("private.pem", "PRIVATE KEY", other.getPrivate().getEncoded());
        Files.writeString(folder.resolve("ours.key"), "11".repeat(32));
        Files.writeString(folder.resolve("theirs.key"), "22".repeat(32));

        assertThat(issue("10", "--key", file("ours.key"))).isZero();
        assertThat(run(
                        "secret",
                        "export",
                        file("run.secret"),
                        "--key",
                        file("ours.key"),
                        "--to",
                        file("public.pem"),
                        "--out",
                        file("sealed")))
                .isZero();
        assertThat(run(
                        "secret",
                        "import",
                        file("sealed"),
                        "--private-key",
                        file("private.pem"),
                        "--key",
                        file("theirs.key"),
                        "--out",
                        file("imported")))
                .isZero();
        Files.delete(folder.resolve("run.secret"));
        Files.move(folder.resolve("imported"), folder.resolve("run.secret"));
        assertThat(print("labels.pdf", "--key", file("theirs.key"))).isZero();
        assertThat(print("labels.pdf", "--key", file("ours.key"))).isEqualTo(1);
        assertThat(errors).contains("LB-08");
    }

    @Test
    void misuseExitsWithTwoAndRefusalWithOne() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("print")).isEqualTo(2);
        assertThat(run("vectors")).isEqualTo(2);
        assertThat(run("vectors", file("none.json"))).isEqualTo(1);
        assertThat(run("read", file("none.png"))).isEqualTo(1);
        assertThat(run("check", LINK + "52012301000009130033")).isEqualTo(1);
        assertThat(printed).contains("FM-07");
    }

    @Test
    void everyCommandShowsHelpWithAnExampleInBothLanguages() {
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            Locale.setDefault(language);
            for (String command :
                    new String[] {"issue", "print", "read", "check", "vectors", "secret export", "secret import"}) {
                String[] words = (command + " --help").split(" ");
                assertThat(run(words)).isZero();
                assertThat(printed).contains(language.equals(Locale.ENGLISH) ? "Example" : "示例");
                assertThat(printed).contains("  labels " + command);
            }
        }
    }

    @Test
    void refusesInChineseWhereChineseIsSpoken() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);

        assertThat(run("check", LINK + "52012301000009130033")).isEqualTo(1);
        assertThat(printed).contains("校验位不对");
    }

    private int issue(String count, String... more) throws IOException {
        return run(concat(
                new String[] {
                    "issue",
                    "--consortium",
                    "demo-52",
                    "--gtin",
                    "09527763170661",
                    "--lot",
                    "2026-WLN-07",
                    "--run",
                    "52012301",
                    "--count",
                    count,
                    "--secret",
                    file("run.secret"),
                    "--out",
                    file("run.json")
                },
                more));
    }

    private int print(String out, String... more) {
        return run(concat(
                new String[] {
                    "print",
                    file("run.json"),
                    "--secret",
                    file("run.secret"),
                    "--origin",
                    "https://yuanhu.example",
                    "--product",
                    "核桃",
                    "--cooperative",
                    "雷山县核桃专业合作社",
                    "--out",
                    file(out)
                },
                more));
    }

    private static String[] concat(String[] words, String... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
    }

    private void pem(String name, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder().encodeToString(der);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Labels.run(new PrintWriter(out), new PrintWriter(err), arguments);
        printed = out.toString();
        errors = err.toString();
        return code;
    }
}
