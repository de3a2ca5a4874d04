package org.yuanhu.clientapi.scan.limit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server's own web settings, with nothing behind them but a servlet that says who asked. */
class CallerAddressIT {
    private static final String NOBODY = "";
    private static final String THIS_MACHINE = "127\\.0\\.0\\.1|10\\.0\\.0\\.1|::1|0:0:0:0:0:0:0:1";

    @Test
    void withoutANamedProxyTheHeaderCountsForNothing() throws Exception {
        assertThat(caller(NOBODY, "127.0.0.1", "198.51.100.9")).isEqualTo("127.0.0.1");
        assertThat(caller("203\\.0\\.113\\.7", "127.0.0.1", "198.51.100.9")).isEqualTo("127.0.0.1");
    }

    @Test
    void behindAProxyTheLastAddressThatIsNoProxyCounts() throws Exception {
        assertThat(caller(THIS_MACHINE, "127.0.0.1", "198.51.100.9")).isEqualTo("198.51.100.9");
        assertThat(caller(THIS_MACHINE, "127.0.0.1", "6.6.6.6, 198.51.100.9, 10.0.0.1, ::1"))
                .isEqualTo("198.51.100.9");
        assertThat(caller(THIS_MACHINE, "127.0.0.1", "6.6.6.6", "2001:db8::9, 10.0.0.1"))
                .isEqualTo("2001:db8::9");
    }

    @Test
    void aProxyMayHaveAnIpv6Address() throws Exception {
        Assumptions.assumeTrue(hasIpv6(), "this machine has no ::1");
        assertThat(caller(THIS_MACHINE, "::1", "198.51.100.9")).isEqualTo("198.51.100.9");
        assertThat(caller(NOBODY, "::1", "198.51.100.9")).isEqualTo("0:0:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "evil.example", "dead.beef", "999.1.1.1", "198.51.100.9:443", "_x", ""})
    void whatIsNoAddressIsNotLookedUpAndIsOneCallerForAll(String text) {
        assertThat(AddressPrefix.of(text)).isEqualTo(AddressPrefix.of("nobody"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheSameCallerAndAnIpv6LineIsOne() {
        assertThat(AddressPrefix.of("::ffff:203.0.113.7")).isEqualTo(AddressPrefix.of("203.0.113.7"));
        assertThat(AddressPrefix.of("2001:db8::9%eth0")).isEqualTo(AddressPrefix.of("2001:db8::1"));
        assertThat(AddressPrefix.of("2001:db8::9")).isNotEqualTo(AddressPrefix.of("2001:db8:0:1::9"));
    }

    private static String caller(String proxies, String address, String... forwardedFor) throws Exception {
        SpringApplication server = new SpringApplication(Echo.class);
        try (var context = (ServletWebServerApplicationContext) server.run(
                "--server.port=0",
                "--yuanhu.listen=" + address,
                "--logging.file.name=",
                "--server.tomcat.remoteip.internal-proxies=" + proxies)) {
            String host = address.contains(":") ? "[" + address + "]" : address;
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host + ":"
                    + Objects.requireNonNull(context.getWebServer()).getPort() + "/"));
            for (String header : forwardedFor) {
                request.header("X-Forwarded-For", header);
            }
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, Inet6Address.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Echo {
        @Bean
        ServletRegistrationBean<HttpServlet> whoAsks() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.getWriter().write(request.getRemoteAddr());
                        }
                    },
                    "/");
        }
    }
}
