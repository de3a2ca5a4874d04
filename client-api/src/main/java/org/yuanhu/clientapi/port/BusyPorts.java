package org.yuanhu.clientapi.port;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.yuanhu.consortium.host.PortHolder;

/** Tries the ports this server is to serve at when its configuration is known and nothing is started yet: neither ledger nor database. */
final class BusyPorts implements ApplicationListener<ApplicationPreparedEvent> {
    private static final int USUAL_PORT = 8080;
    private static final String PORT = "server.port";
    private static final String LEDGER_PORT = "yuanhu.ledger.embedded.port";

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent prepared) {
        Environment environment = prepared.getApplicationContext().getEnvironment();
        mustBeFree(
                environment.getProperty("server.address", "127.0.0.1"),
                environment.getProperty(PORT, Integer.class, USUAL_PORT),
                PORT);
        if ("embedded".equals(environment.getProperty("yuanhu.ledger.address"))) {
            mustBeFree(
                    environment.getProperty("yuanhu.listen", "127.0.0.1"),
                    environment.getProperty(LEDGER_PORT, Integer.class, -1),
                    LEDGER_PORT);
        }
    }

    /** @throws BusyPortException if another program listens there; 0 and less name no port */
    private static void mustBeFree(String address, int port, String option) {
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new BusyPortException(address, port, PortHolder.of(port), option);
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " of " + address + " cannot be tried", e);
        }
    }
}
