package org.yuanhu.clientapi.readmodel.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.readmodel.projection.Checkpoint;
import org.yuanhu.clientapi.readmodel.projection.SetAside;

/**
 * How far the read model is behind the ledger: {@code yuanhu.readmodel.lag} in seconds, which grows while events cannot be followed
 * ({@code yuanhu.readmodel.connected} is 0 then), {@code yuanhu.readmodel.waiting} in events, {@code yuanhu.readmodel.block} the last
 * block applied, {@code yuanhu.readmodel.setaside} events that could not be. However far
 * behind, labels answer and acts are taken: it is a detail of health and never the end of it.
 */
@Component("readModel")
final class ReadModelHealth implements HealthIndicator {
    private final ReadModelFeed feed;
    private final SetAside setAside;

    ReadModelHealth(ReadModelFeed feed, SetAside setAside, MeterRegistry meters) {
        this.feed = feed;
        this.setAside = setAside;
        Gauge.builder("yuanhu.readmodel.lag", feed, some -> some.lag().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How old the lists may be: age of the oldest event not applied, or time without events")
                .register(meters);
        Gauge.builder("yuanhu.readmodel.connected", feed, some -> some.isConnected() ? 1 : 0)
                .description("Whether the ledger's events are being received")
                .register(meters);
        Gauge.builder("yuanhu.readmodel.waiting", feed, ReadModelFeed::waiting)
                .description("Events received and not yet applied")
                .register(meters);
        Gauge.builder("yuanhu.readmodel.block", feed, some -> block())
                .description("The block of the last event applied")
                .register(meters);
        Gauge.builder("yuanhu.readmodel.setaside", setAside, SetAside::count)
                .description("Events that could not be written into the lists; anything but 0 is to be looked at")
                .register(meters);
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("connected", feed.isConnected())
                .withDetail("block", block())
                .withDetail("waiting", feed.waiting())
                .withDetail("setAside", setAside.count())
                .withDetail("lagSeconds", feed.lag().toSeconds())
                .build();
    }

    private long block() {
        return feed.applied().map(Checkpoint::block).orElse(-1L);
    }
}
