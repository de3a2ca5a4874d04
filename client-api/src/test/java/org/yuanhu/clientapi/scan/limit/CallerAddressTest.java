package org.yuanhu.clientapi.scan.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressTest {
    private final CallerAddress direct = new CallerAddress(List.of());
    private final CallerAddress proxied = new CallerAddress(List.of("10.0.0.1", "::1"));

    @Test
    void withoutAProxyTheHeaderCountsForNothing() {
        assertThat(direct.of("203.0.113.7", "198.51.100.9")).isEqualTo(direct.of("203.0.113.7", null));
    }

    @Test
    void aStrangerWhoIsNoProxyIsNotBelievedEither() {
        assertThat(proxied.of("203.0.113.7", "198.51.100.9")).isEqualTo(direct.of("203.0.113.7", null));
    }

    @Test
    void behindAProxyTheLastAddressThatIsNoProxyCounts() {
        AddressPrefix caller = direct.of("198.51.100.9", null);
        assertThat(proxied.of("10.0.0.1", "198.51.100.9")).isEqualTo(caller);
        assertThat(proxied.of("::1", "6.6.6.6, 198.51.100.9, 10.0.0.1")).isEqualTo(caller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "evil.example", "dead.beef", "999.1.1.1", "198.51.100.9:443", "_x"})
    void whatIsNoAddressIsNotLookedUpAndLeavesTheProxy(String header) {
        assertThat(proxied.of("10.0.0.1", header)).isEqualTo(direct.of("10.0.0.1", null));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheSameCaller() {
        assertThat(direct.of("::ffff:203.0.113.7", null)).isEqualTo(direct.of("203.0.113.7", null));
    }

    @Test
    void aProxyMustBeAnAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CallerAddress(List.of("proxy.example")));
    }
}
