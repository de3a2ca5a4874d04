package org.yuanhu.networkconfig.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yuanhu.consortium.file.DurableFile;
import org.yuanhu.consortium.trust.CanonicalJson;
import org.yuanhu.vocabulary.Hash;

/**
 * The code an organisation is asked to run: jars and the class that serves. What is installed on a peer is their digests,
 * so the package is the same for all organisations who looked at the same code, and another jar is another version.
 */
public final class ChaincodeCode {
    private final SortedMap<String, Path> jars;
    private final String mainClass;
    private final String version;
    private final byte[] packaged;
    private final String label;

    private ChaincodeCode(String name, SortedMap<String, Path> jars, String mainClass) {
        this.jars = jars;
        this.mainClass = mainClass;
        SortedMap<String, String> digests = new TreeMap<>();
        jars.forEach((jar, path) -> digests.put(jar, digest(path).value()));
        byte[] code = CanonicalJson.bytes(Map.of("main", mainClass, "jars", digests));
        this.version = Hash.sha256(code).value().substring(0, 12);
        this.label = name + "_" + version;
        byte[] metadata = CanonicalJson.bytes(Map.of("type", "ccaas", "label", label));
        byte[] inner = Tar.gzipped(new TreeMap<>(Map.of("chaincode.json", code)));
        this.packaged = Tar.gzipped(new TreeMap<>(Map.of("code.tar.gz", inner, "metadata.json", metadata)));
    }

    /**
     * The jars in some folders and files.
     *
     * @param name the chaincode's name on the channel
     * @param paths jars, or folders whose jars are taken
     * @param mainClass the class that serves
     * @throws IllegalArgumentException if there is no jar, or two of one name
     */
    public static ChaincodeCode of(String name, List<Path> paths, String mainClass) {
        SortedMap<String, Path> jars = new TreeMap<>();
        for (Path path : paths) {
            for (Path jar : Files.isDirectory(path) ? jarsIn(path) : List.of(path)) {
                if (!Files.isRegularFile(jar)) {
                    throw new IllegalArgumentException("jars '" + jar + "': no such file");
                }
                if (jars.put(String.valueOf(jar.getFileName()), jar) != null) {
                    throw new IllegalArgumentException("jars '" + jar + "': two jars have this name");
                }
            }
        }
        if (jars.isEmpty()) {
            throw new IllegalArgumentException("jars '" + paths + "': there is no jar");
        }
        return new ChaincodeCode(name, jars, mainClass);
    }

    /** Twelve hex digits of the code's digest. */
    public String version() {
        return version;
    }

    /** The class that serves. */
    String mainClass() {
        return mainClass;
    }

    /** The package peers install. */
    byte[] packaged() {
        return packaged.clone();
    }

    /** What peers know the installed package by: {@code label:SHA-256}. */
    public String packageId() {
        return label + ":" + Hash.sha256(packaged).value();
    }

    /** Copies the jars to an organisation's folder; those of another version go. */
    void copyTo(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Path old : jarsIn(folder)) {
                if (!jars.containsKey(String.valueOf(old.getFileName()))) {
                    Files.delete(old);
                }
            }
            for (Map.Entry<String, Path> jar : jars.entrySet()) {
                Path next = folder.resolve(jar.getKey() + ".new");
                Files.write(next, Files.readAllBytes(jar.getValue()));
                DurableFile.moveInto(next, folder.resolve(jar.getKey()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the chaincode's jars to " + folder, e);
        }
    }

    private static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Hash digest(Path jar) {
        try {
            return Hash.sha256(Files.readAllBytes(jar));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    @Override
    public String toString() {
        return label;
    }
}
