package org.yuanhu.clientapi.readmodel.projection;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server of this machine's, in a folder of its own, if the machine has one. */
final class Postgres implements AutoCloseable {
    private static final String USER = "yuanhu";

    private final List<String> account;
    private final Path data;
    private final int port;
    private final DataSource database;
    private Process server;

    private Postgres(List<String> account, Path data, int port) throws IOException, InterruptedException {
        this.account = account;
        this.data = data;
        this.port = port;
        this.database = new DriverManagerDataSource(url(), USER, "");
        this.server = serve();
    }

    /** Whether PostgreSQL's programs are found. */
    static boolean isInstalled() {
        return program("initdb").isPresent() && program("postgres").isPresent();
    }

    /** On the path, or where Debian's packages put it. */
    private static Optional<String> program(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Stream<Path> folders =
                Pattern.compile(File.pathSeparator).splitAsStream(path).map(Path::of);
        return Stream.concat(folders, debianFolders())
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static Stream<Path> debianFolders() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Makes a new cluster and starts it. */
    static Postgres start(Path folder) throws IOException, InterruptedException {
        List<String> account = anotherAccount(folder);
        Path data = folder.resolve("data");
        Process made = run(
                account,
                program("initdb").orElseThrow(),
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "-N");
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return new Postgres(account, data, freePort());
    }

    /** Ends it at once, as a crash would, without a word to those who are connected. */
    void crash() throws InterruptedException {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly().waitFor();
    }

    /** Starts it again, where it was. */
    void startAgain() throws IOException, InterruptedException {
        server = serve();
    }

    private Process serve() throws IOException, InterruptedException {
        Process started = run(
                account,
                program("postgres").orElseThrow(),
                "-D",
                data.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-k",
                "");
        drain(started.getInputStream());
        await(started, database);
        return started;
    }

    /** What a server is told to use it. */
    String[] options() {
        return new String[] {
            "--spring.datasource.url=" + url(), "--spring.datasource.username=" + USER, "--spring.datasource.password="
        };
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    DataSource database() {
        return database;
    }

    @Override
    public void close() {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        try {
            server.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL refuses to run as root: then it gets its folder and runs as nobody. */
    private static List<String> anotherAccount(Path folder) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        UserPrincipal nobody =
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(folder, nobody);
        return List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
    }

    private static Process run(List<String> account, String... command) throws IOException {
        List<String> whole = new ArrayList<>(account);
        whole.addAll(List.of(command));
        return new ProcessBuilder(whole).redirectErrorStream(true).start();
    }

    private static void drain(InputStream output) {
        Thread reader = new Thread(() -> {
            try (output) {
                output.transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void await(Process server, DataSource database) throws InterruptedException {
        Optional<SQLException> last = Optional.empty();
        for (int attempt = 0; attempt < 300 && server.isAlive(); attempt++) {
            try (Connection connection = database.getConnection()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                last = Optional.of(notYet);
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("PostgreSQL does not answer", last.orElse(null));
    }
}
