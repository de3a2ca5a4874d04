package org.yuanhu.clientapi.home;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yuanhu.consortium.file.DurableFile;

/** The folder everything is kept in ({@code yuanhu.home}); each feature has one folder of its own below it. */
@Component
public final class Home {
    private final Path folder;

    /** @param folder made when first needed */
    public Home(@Value("${yuanhu.home}") Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The folder itself, absolute. */
    public Path folder() {
        return folder;
    }

    /** A folder below it, made if absent, readable by this server's account alone. */
    public Path folder(String name) {
        return DurableFile.closedFolder(folder.resolve(name));
    }
}
