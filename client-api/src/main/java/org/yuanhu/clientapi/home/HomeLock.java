package org.yuanhu.clientapi.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps a second server out of the folder, before anything in it is opened, and says so in one sentence. The lock is the operating
 * system's: it ends with the process, however that ends.
 */
final class HomeLock implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String FILE = "server.lock";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String home = context.getEnvironment().getProperty("yuanhu.home");
        if (home == null || !(context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans)) {
            return;
        }
        Path folder = Path.of(home).toAbsolutePath().normalize();
        FileChannel held = lock(folder);
        if (held == null) {
            say("Another server is running in " + folder
                    + "; end it, or give this one a folder of its own: --yuanhu.home=FOLDER");
            throw new AbandonedRunException();
        }
        // registered before any bean, so it is given back after all of them are closed
        beans.registerDisposableBean("homeLock", held::close);
    }

    /** The file, locked; null if somebody else holds it. */
    private static @Nullable FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel file =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                return null;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + folder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    @SuppressWarnings("SystemOut") // the console's pattern is a log's; this is for the person who typed the command
    private static void say(String sentence) {
        System.err.println(sentence);
    }
}
