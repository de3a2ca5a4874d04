package org.yuanhu.clientapi.ledger.fabric;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yuanhu.clientapi.ledger.connection.MspDefinitions;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.MspDefinition;
import org.yuanhu.consortium.identity.PublicBundle;

/** What the organisations have handed out, read again every minute: revocation lists change while the server runs. */
final class ReceivedBundles implements MspDefinitions {
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    private final Path folder;
    private final Map<MspId, Read> read = new ConcurrentHashMap<>();

    private record Read(MspDefinition definition, long until) {}

    ReceivedBundles(Path folder) {
        this.folder = folder;
    }

    @Override
    public MspDefinition of(MspId organisation) {
        return read.compute(
                        organisation,
                        (msp, last) -> last != null && last.until() - System.nanoTime() > 0
                                ? last
                                : new Read(PublicBundle.read(folder, msp), System.nanoTime() + KEPT_NANOS))
                .definition();
    }
}
