package org.yuanhu.clientapi.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.clientapi.ServerOnRandomPort;
import org.yuanhu.clientapi.ServerOnRandomPort.Answer;
import org.yuanhu.clientapi.ServerOnRandomPort.Client;
import org.yuanhu.clientapi.readmodel.feed.ReadModelFeed;
import org.yuanhu.embeddedledger.EmbeddedLedger;

/** What a server says when what it needs is away: first the ledger goes, then the database too. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwayIT {
    private static final Pattern LAG = Pattern.compile("(?m)^yuanhu_readmodel_lag_seconds(?:\\{.*})? ([0-9.E-]+)$");
    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    static Path home;

    private static ServerOnRandomPort server;
    private static Client province;

    @BeforeAll
    static void start() {
        server = ServerOnRandomPort.start(home);
        province = server.as("province");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theReadModelSaysThatItIsBehindAsLongAsTheLedgersEventsAreCut() throws Exception {
        ReadModelFeed feed = server.bean(ReadModelFeed.class);
        while (!feed.lag().isZero()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }

        server.bean(EmbeddedLedger.class).close();

        while (feed.lag().isZero()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Duration soon = feed.lag();
        double shown = lag();
        TimeUnit.SECONDS.sleep(2);
        assertThat(feed.lag()).isGreaterThan(soon.plusSeconds(1));
        assertThat(lag()).isGreaterThan(shown);
        assertThat(metrics()).containsPattern("(?m)^yuanhu_readmodel_connected(\\{.*})? 0\\.0$");
    }

    @Test
    @Order(2)
    void aPageSaysThatTheDatabaseIsAwayAndNotThatThePasswordIsWrong() throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        Matcher hidden = HIDDEN.matcher(
                browser.send(page("/login").build(), BodyHandlers.ofString()).body());
        assertThat(hidden.find()).isTrue();
        server.bean(HikariDataSource.class).close();

        HttpResponse<String> tried = browser.send(
                page("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=province&password=province-demo&_csrf="
                                + java.net.URLEncoder.encode(hidden.group(1), java.nio.charset.StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());

        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(503);
        assertThat(tried.body()).contains("<h1>The database does not answer</h1>");
        Answer list = province.in("zh").get("/api/v1/commodities");
        assertThat(list.status()).isEqualTo(503);
        assertThat(list.json().get("title").asString()).isEqualTo("数据库没有响应");
    }

    private static HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    private static double lag() {
        Matcher lag = LAG.matcher(metrics());
        assertThat(lag.find()).isTrue();
        return Double.parseDouble(lag.group(1));
    }

    private static String metrics() {
        return province.get("/actuator/prometheus").text();
    }
}
