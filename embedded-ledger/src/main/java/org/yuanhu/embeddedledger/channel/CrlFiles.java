package org.yuanhu.embeddedledger.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuanhu.consortium.identity.Pem;

/**
 * Revocation lists in files, one each, that other processes replace ({@code identity revoke}). A file is read again when its
 * time, its size or the file itself is another; looking for that costs a few microseconds. A file that cannot be read leaves the
 * list as it was: a revocation is never lost by it.
 */
public final class CrlFiles implements RevocationLists {
    private static final System.Logger LOG = System.getLogger(CrlFiles.class.getName());

    private final List<Watched> files = new ArrayList<>();
    private List<X509CRL> lists;

    /** What tells a file from the one that stood there before. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object file) {}

    /** A file, the list last read from it, and as of when. */
    private static final class Watched {
        private final Path file;
        private @Nullable Stamp stamp;
        private X509CRL list;

        Watched(Path file) throws IOException {
            this.file = file;
            stamp = stamp();
            list = Pem.crl(Files.readString(file));
        }

        private Stamp stamp() throws IOException {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
        }

        /** Whether there is another list now. */
        boolean changed() {
            Stamp before = stamp;
            try {
                Stamp now = stamp();
                if (now.equals(before)) {
                    return false;
                }
                stamp = now; // as it was before reading: a change meanwhile is seen at the next look
                list = Pem.crl(Files.readString(file));
                return true;
            } catch (IOException | IllegalArgumentException e) {
                if (before != null) {
                    stamp = e instanceof IOException ? null : stamp;
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "{0} cannot be read, the list before it holds: {1}",
                            file,
                            e.getMessage());
                }
                return false;
            }
        }
    }

    /**
     * Reads the lists.
     *
     * @param files PEM files
     * @throws IOException if one cannot be read
     */
    public CrlFiles(Collection<Path> files) throws IOException {
        for (Path file : files) {
            this.files.add(new Watched(file));
        }
        lists = lists();
    }

    @Override
    public synchronized List<X509CRL> current() {
        boolean changed = false;
        for (Watched file : files) {
            changed |= file.changed();
        }
        if (changed) {
            lists = lists();
        }
        return lists;
    }

    private List<X509CRL> lists() {
        return files.stream().map(file -> file.list).toList();
    }
}
