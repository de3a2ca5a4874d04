package org.yuanhu.networktests.nodes;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** As little of a server as can be started: it listens where it is told to and says it is well. */
public final class WellServer {
    private static final String PORT = "--server.port=";

    private WellServer() {}

    public static void main(String[] arguments) throws IOException {
        int port = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(PORT))
                .mapToInt(argument -> Integer.parseInt(argument.substring(PORT.length())))
                .findFirst()
                .orElseThrow();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("started with " + String.join(" ", arguments));
    }

    /** This class as an executable jar. */
    public static Path jar(Path file) {
        String name = WellServer.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, WellServer.class.getName());
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(name));
            jar.write(WellServer.class.getResourceAsStream("/" + name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
