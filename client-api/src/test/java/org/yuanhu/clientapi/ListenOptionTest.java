package org.yuanhu.clientapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListenOptionTest {
    @Test
    void listensOnAllAddressesWhenToldListenAlone() {
        assertThat(YuanhuServer.withListen(new String[] {"--listen", "--server.port=9000"}))
                .containsExactly("--yuanhu.listen=0.0.0.0", "--server.port=9000");
    }

    @Test
    void listensOnTheAddressItIsTold() {
        assertThat(YuanhuServer.withListen(new String[] {"--listen=192.168.1.7"}))
                .containsExactly("--yuanhu.listen=192.168.1.7");
    }

    @Test
    void leavesOtherOptionsAsTheyAre() {
        assertThat(YuanhuServer.withListen(new String[] {"--listening=x", "--yuanhu.home=/srv"}))
                .containsExactly("--listening=x", "--yuanhu.home=/srv");
    }
}
