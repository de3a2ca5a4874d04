package org.yuanhu.qrtools.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.qrtools.RandomRuns;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class DigitalLinkTest {
    private static final String PATH = "/01/09527763170661/10/0UHE6L111-0QDT1ZEUXE/21/66496172000004974992";

    @Test
    void everyBuiltLinkReadsBackAsItself() {
        for (long seed = 1; seed <= 200; seed++) {
            RandomRuns random = new RandomRuns(seed);
            DigitalLink link = new DigitalLink(random.origin(), random.labels(1).path(0));

            assertThat(DigitalLink.parse(link.text())).as("seed %s", seed).isEqualTo(link);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "http://"})
    void anOriginHasAtMostAHundredAndTwentyCharacters(String scheme) {
        String longest = scheme + "a.".repeat(52) + "bcdefghij".substring(0, 16 - scheme.length());

        assertThat(new Origin(longest).value()).hasSize(120);
        for (ThrowingCallable longer :
                new ThrowingCallable[] {() -> new Origin(longest + "i"), () -> Origin.https(longest + "i")}) {
            assertThatThrownBy(longer)
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_24));
        }
    }

    @Test
    void onlyHttpsIsTakenWhereItMust() {
        assertThat(Origin.https("https://yuanhu.example").value()).isEqualTo("https://yuanhu.example");
        assertThatThrownBy(() -> Origin.https("http://127.0.0.1:8080"))
                .hasMessageStartingWith("FM-24 ")
                .hasMessageContaining("\"field\":\"origin\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://yuanhu.example" + PATH,
                "https://a.b.yuanhu.example" + PATH,
                "http://127.0.0.1:8080" + PATH,
                "http://localhost" + PATH
            })
    void consortiumAndDemoOriginsAreTaken(String text) {
        assertThat(DigitalLink.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yuanhu.example" + PATH,
                "HTTPS://yuanhu.example" + PATH,
                "https://Yuanhu.example" + PATH,
                "https://yuanhu.example:443" + PATH,
                "https://user@yuanhu.example" + PATH,
                "https://yuanhu.example/x" + PATH,
                "https://yuanhu.example" + PATH + "/",
                "https://yuanhu.example" + PATH + "?k=abcd",
                "https://yuanhu.example" + PATH + "#",
                "https://yuanhu.example" + PATH + "\n",
                "https://yuanhu..example" + PATH,
                "https://-yuanhu.example" + PATH,
                "https://localhost" + PATH,
                "ftp://yuanhu.example" + PATH,
                "https://\u6e90\u6237.example" + PATH
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> DigitalLink.parse(text)).isInstanceOf(RefusedException.class);
    }
}
