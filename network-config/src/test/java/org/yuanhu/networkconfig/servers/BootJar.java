package org.yuanhu.networkconfig.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * As little of one of Spring Boot's executable jars as can be taken apart: it has no library inside. That Spring Boot's own tool takes
 * the server's apart by these words is {@code ServerJarIT}'s to show, in {@code client-api}.
 */
public final class BootJar {
    private BootJar() {}

    public static void main(String[] words) throws IOException {
        List<String> options = List.of(words[0], words[1], words[3]);
        boolean asTool = "tools".equals(System.getProperty("jarmode"));
        if (!asTool || !options.equals(List.of("extract", "--destination", "--application-filename"))) {
            throw new IllegalArgumentException(String.join(" ", words));
        }
        Path folder = Files.createDirectories(Path.of(words[2]));
        Files.copy(Path.of(System.getProperty("java.class.path")), folder.resolve(words[4]));
    }

    /** @param springBoot its version, as the jar's manifest says */
    static Path write(Path file, String springBoot) {
        String name = BootJar.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, BootJar.class.getName());
        manifest.getMainAttributes().putValue("Spring-Boot-Version", springBoot);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry(name));
            jar.write(BootJar.class.getResourceAsStream("/" + name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
