package org.yuanhu.clientapi.welcome;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Where this server is found by a browser on this machine. */
@Component
public final class ServerAddress {
    private static final String EVERYWHERE = "0.0.0.0";

    private final ApplicationContext context;
    private final String listen;

    ServerAddress(ApplicationContext context, @Value("${yuanhu.listen}") String listen) {
        this.context = context;
        this.listen = listen;
    }

    /** Such as {@code http://127.0.0.1:8080}; known once the server serves. */
    public String text() {
        String host = listen.equals(EVERYWHERE) ? "127.0.0.1" : listen;
        return "http://" + host + ":" + port();
    }

    /** Whether other machines may connect. */
    boolean isOpen() {
        return !listen.equals("127.0.0.1") && !listen.equals("localhost");
    }

    private int port() {
        return context instanceof WebServerApplicationContext serving && serving.getWebServer() != null
                ? serving.getWebServer().getPort()
                : -1;
    }
}
