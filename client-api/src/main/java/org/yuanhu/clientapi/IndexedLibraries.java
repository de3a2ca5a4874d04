package org.yuanhu.clientapi;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes from the executable jar's libraries by an index of their packages.
 *
 * <p>Spring Boot's own loader asks one library after the other for each class, a hundred of them before it comes to Spring itself;
 * that was half of the processor time of a start. Which library has which package is read once here instead. Resources are
 * found as before.
 */
final class IndexedLibraries extends ClassLoader {
    private static final String CLASS = ".class";
    private static final String BOOT_LOADER = "org.springframework.boot.loader.";

    private final URLClassLoader libraries;
    private final Map<String, List<Library>> byPackage = new HashMap<>();

    static {
        registerAsParallelCapable();
    }

    /** @param libraries Boot's loader over the jars inside the executable jar */
    IndexedLibraries(URLClassLoader libraries) throws IOException {
        super(libraries.getParent());
        this.libraries = libraries;
        for (URL url : libraries.getURLs()) {
            if (url.openConnection() instanceof JarURLConnection connection) {
                index(Library.at(url, connection.getJarFile(), this));
            }
        }
    }

    /**
     * Runs a main class again through the index, if it was started from the executable jar.
     *
     * @return whether it was, and so has run
     */
    static boolean ran(Class<?> main, String[] arguments) throws IOException, ReflectiveOperationException {
        if (!(main.getClassLoader() instanceof URLClassLoader boot)
                || !boot.getClass().getName().startsWith(BOOT_LOADER)) {
            return false;
        }
        IndexedLibraries indexed = new IndexedLibraries(boot);
        Thread.currentThread().setContextClassLoader(indexed);
        indexed.loadClass(main.getName()).getMethod("main", String[].class).invoke(null, (Object) arguments);
        return true;
    }

    private void index(Library library) {
        Set<String> packages = new HashSet<>();
        for (Enumeration<JarEntry> entries = library.jar.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.endsWith(CLASS)) {
                packages.add(folder(name));
            }
        }
        packages.forEach(name ->
                byPackage.computeIfAbsent(name, any -> new ArrayList<>(1)).add(library));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known == null) {
                known = find(name);
            }
            return known == null ? super.loadClass(name, resolve) : known;
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return libraries.findResource(name);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return libraries.findResources(name);
    }

    private @Nullable Class<?> find(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + CLASS;
        for (Library library : byPackage.getOrDefault(folder(path), List.of())) {
            JarEntry entry = library.jar.getJarEntry(path);
            if (entry != null) {
                try (InputStream in = library.jar.getInputStream(entry)) {
                    return define(name, in.readAllBytes(), library);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }
        return null;
    }

    private Class<?> define(String name, byte[] code, Library library) {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        if (getDefinedPackage(packageName) == null) {
            try {
                Attributes told = library.attributes;
                definePackage(
                        packageName,
                        told.getValue(Attributes.Name.SPECIFICATION_TITLE),
                        told.getValue(Attributes.Name.SPECIFICATION_VERSION),
                        told.getValue(Attributes.Name.SPECIFICATION_VENDOR),
                        told.getValue(Attributes.Name.IMPLEMENTATION_TITLE),
                        told.getValue(Attributes.Name.IMPLEMENTATION_VERSION),
                        told.getValue(Attributes.Name.IMPLEMENTATION_VENDOR),
                        null);
            } catch (IllegalArgumentException definedMeanwhile) {
                // another thread was first, with the same attributes
                assert getDefinedPackage(packageName) != null : packageName;
            }
        }
        return defineClass(name, code, 0, code.length, library.domain);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /**
     * One jar inside the executable jar.
     *
     * @param attributes of its manifest: versions that Spring and others ask their packages for
     */
    private record Library(JarFile jar, Attributes attributes, ProtectionDomain domain) {
        static Library at(URL url, JarFile jar, ClassLoader loader) throws IOException {
            Manifest manifest = jar.getManifest();
            CodeSource source = new CodeSource(url, (Certificate[]) null);
            return new Library(
                    jar,
                    manifest == null ? new Attributes() : manifest.getMainAttributes(),
                    new ProtectionDomain(source, null, loader, null));
        }
    }
}
