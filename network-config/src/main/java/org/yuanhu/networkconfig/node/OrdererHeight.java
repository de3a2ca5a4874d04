package org.yuanhu.networkconfig.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuanhu.networkconfig.layout.OrganisationFolder;

/**
 * How many blocks an organisation's orderer has, as its channel participation API says, over its administration port. The
 * gauge {@code consensus_BFT_committed_block_number} does not say it: blocks that an orderer fetched from others do not move it.
 */
public final class OrdererHeight {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Pattern HEIGHT = Pattern.compile("\"height\":\\s*(\\d+)");

    private final URI address;
    private final HttpClient client;

    /**
     * Nothing is asked yet.
     *
     * @throws IllegalArgumentException if the administrator's certificate cannot be used
     */
    public OrdererHeight(OrganisationFolder folder, String channel) {
        this.address = URI.create("https://127.0.0.1:"
                + folder.organisation().address().ordererAdminPort() + "/participation/v1/channels/" + channel);
        this.client = HttpClient.newBuilder()
                .connectTimeout(LIMIT)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Tls.context(folder.root().resolve("admin/tls")))
                .build();
    }

    /** The number of blocks; empty if it does not answer or has not joined. */
    public OptionalLong read() {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            Matcher height = HEIGHT.matcher(answer.body());
            return answer.statusCode() == 200 && height.find()
                    ? OptionalLong.of(Long.parseLong(height.group(1)))
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
