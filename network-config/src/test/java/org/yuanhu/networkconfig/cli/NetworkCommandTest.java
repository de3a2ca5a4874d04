package org.yuanhu.networkconfig.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.identity.Pem;

class NetworkCommandTest {
    private static final Pattern SERIAL = Pattern.compile("serial ([0-9a-f]{32})");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aClerkIsIssuedListedExportedAndRevoked() {
        assertThat(identity("init")).isZero();
        assertThat(identity("issue", "--role", "clerk", "--name", "clerk-1", "--cooperative", "93115986CRUTYWYPGK"))
                .isZero();
        Matcher serial = SERIAL.matcher(out.toString());
        assertThat(serial.find()).isTrue();

        assertThat(identity("list", "--organisation", "CooperativeMSP")).isZero();
        assertThat(out.toString())
                .containsPattern("valid +CooperativeMSP +ca-clerk +clerk-1 .*yuanhu.cooperative=93115986CRUTYWYPGK");

        Path export = folder.resolve("export");
        assertThat(identity("export", "CooperativeMSP/clerk-1", export.toString()))
                .isZero();
        assertThat(Pem.certificates(read(export.resolve("cert.pem"))))
                .singleElement()
                .satisfies(
                        leaf -> assertThat(leaf.getSerialNumber().toString(16)).isEqualTo(serial.group(1)));
        assertThat(Pem.certificates(read(export.resolve("chain.pem")))).hasSize(2);
        assertThat(Pem.privateKey(read(export.resolve("key.pem"))).getAlgorithm())
                .isEqualTo("EC");
        assertThat(Pem.certificates(read(export.resolve("tls-ca.pem")))).hasSize(8);

        assertThat(identity("revoke", serial.group(1))).isZero();
        assertThat(identity("list")).isZero();
        assertThat(out.toString()).containsPattern("revoked +CooperativeMSP +ca-clerk +clerk-1 ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aPersonsSecondCertificateSaysWhoseItIs() {
        identity("init");
        identity("issue", "--role", "county-officer", "--name", "o-1", "--region", "520123");
        assertThat(identity(
                        "issue", "--role", "city-officer", "--name", "o-2", "--person", "o-1", "--region", "520100"))
                .isZero();
        assertThat(identity("list")).isZero();
        assertThat(out.toString())
                .containsPattern("ca-county-officer +o-1 .*yuanhu.person=o-1")
                .containsPattern("ca-city-officer +o-2 .*yuanhu.person=o-1");
        assertThat(identity("issue", "--role", "county-officer", "--name", "o-2", "--region", "520123"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("name 'o-2': GovernmentMSP certified it as the person 'o-1' before");
    }

    @Test
    void anExportNeverReplacesAnotherIdentityUnasked() {
        identity("init");
        identity("issue", "--role", "inspector", "--name", "a");
        identity("issue", "--role", "inspector", "--name", "b");
        String export = folder.resolve("export").toString();

        assertThat(identity("export", "AuditorMSP/a", export)).isZero();
        assertThat(identity("export", "AuditorMSP/a", export)).isZero();
        assertThat(identity("export", "AuditorMSP/b", export)).isEqualTo(1);
        assertThat(err.toString()).contains("holds another identity");
        assertThat(identity("export", "AuditorMSP/b", export, "--force")).isZero();
    }

    @Test
    void anOrganisationsOwnHostHoldsItsOwnKeysAndRefusesOthersRoles() throws Exception {
        assertThat(identity("init", "--organisation", "PlatformMSP")).isZero();
        try (Stream<Path> organisations = Files.list(folder.resolve("home/organisations"))) {
            assertThat(organisations)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly("PlatformMSP");
        }

        assertThat(identity("issue", "--role", "clerk", "--name", "c", "--cooperative", "93115986CRUTYWYPGK"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("organisation 'CooperativeMSP': its keys are not here");
    }

    @Test
    void aConsortiumFileIsKeptBesideTheKeysItWasUsedFor() throws Exception {
        Path file = folder.resolve("consortium.yaml");
        Files.writeString(
                file,
                read(Path.of("../consortium/src/main/resources/consortium.yaml"))
                        .replace("demo-52", "village-9"));

        assertThat(identity("init", "--consortium", file.toString())).isZero();

        assertThat(read(folder.resolve("home/consortium.yaml"))).contains("village-9");
        Files.writeString(file, "format: other");
        assertThat(identity("list")).isZero();
        assertThat(identity("list", "--consortium", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(file + ": format = 'other': must be yuanhu-consortium-v1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issue --role mayor --name m                                  | role 'mayor' is not in the consortium
            issue --role Clerk --name m                                  | a role has 1 to 32 lower-case letters
            issue --role clerk --name c                                  | role clerk takes exactly [yuanhu.cooperative]
            issue --role clerk --name C --cooperative 93115986CRUTYWYPGK | name 'C'
            issue --role clerk --name c --cooperative 93115986CRUTYWYPGX | 93115986CRUTYWYPGX
            issue --role inspector --name i --person I                   | person 'I'
            issue --role county-officer --name o --region 5201           | 5201
            issue --role inspector --name i --region 520000              | role inspector takes none
            issue --role inspector --name i --days 0                     | validity 'P0D'
            issue --role inspector --name i --days 9999                  | validity 'P9999D'
            list --organisation BankMSP                                  | organisation 'BankMSP' is not in the consortium
            revoke xyz                                                   | serial 'xyz': 1 to 40 hex digits
            revoke abc                                                   | serial 'abc': no authority here
            export nobody out                                            | identity 'nobody': an organisation
            export AuditorMSP/nobody out                                 | none of this name is kept here
            export AuditorMSP/../x out                                   | identity 'AuditorMSP/../x'
            list --consortium missing.yaml                               | cannot read the consortium file missing.yaml
            """)
    void badInputIsRefusedWithWhatIsWrong(String arguments, String message) {
        identity("init");

        assertThat(identity(arguments.split(" +"))).isEqualTo(1);

        assertThat(err.toString()).startsWith("network: ").contains(message);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void withoutKeysItSaysHowToMakeThem() {
        assertThat(identity("list")).isEqualTo(1);
        assertThat(err.toString()).contains("make them with: network identity init");
    }

    @Test
    void serversNeedANetworkThatIsUpAndAJarThatIsThere() throws Exception {
        Path jar = Files.createFile(folder.resolve("server.jar"));
        String network = folder.resolve("network").toString();

        assertThat(run("servers", "--season", "--folder", network, "--jar", jar.toString()))
                .isEqualTo(1);
        assertThat(run("servers", "--folder", network, "--jar", jar + "x")).isEqualTo(1);

        assertThat(err.toString())
                .contains("the peer of GovernmentMSP does not run; start the network first: network up --deploy")
                .contains("jar '" + jar + "x': no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issue --name x", "issue --role clerk", "revoke", "export", "sing", "list --colour red"})
    void aWrongCommandLineExitsWithTwo(String arguments) {
        assertThat(identity(arguments.split(" "))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "issue", "list", "revoke", "export"})
    void helpShowsAnExample(String command) {
        assertThat(run("identity", command, "--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("network identity " + command);
    }

    private int identity(String... arguments) {
        return run(Stream.concat(
                        Stream.of("identity"),
                        Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--home", folder.resolve("home").toString())))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return NetworkCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static String read(Path file) {
        return DurableFile.read(file);
    }
}
