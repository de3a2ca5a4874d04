package org.yuanhu.consortium.issuing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.yuanhu.consortium.file.DurableFile;

/** One at a time in a folder, among this machine's processes (by a lock on {@code lock}) and this process's threads. */
final class FolderLock {
    /** A process may not ask twice for a file's lock; few and short are the times in which one is held. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private FolderLock() {}

    /** Does something when it is its turn; not within another turn. */
    static <T> T inTurn(Path folder, Supplier<T> what) {
        Path file = DurableFile.secretFolder(folder).resolve("lock");
        IN_THIS_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            try {
                return what.get();
            } finally {
                lock.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + folder, e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }
}
