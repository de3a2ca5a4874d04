package org.yuanhu.clientapi.scan.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({
        ", , zh",
        "en, zh-CN, en",
        "zh, en, zh",
        "fr, en-GB, en",
        ", 'zh-CN,zh;q=0.9,en;q=0.8', zh",
        ", 'en-US,en;q=0.9,zh;q=0.8', en",
        ", 'de,en;q=0.5', en",
        ", 'zh-Hant-TW', zh",
        ", de, zh",
        ", *, zh",
        ", '!!;q=x', zh"
    })
    void theOneAskedForElseTheOneLikedBestElseChinese(String asked, String accepted, String expected) {
        assertThat(Language.of(asked, accepted).tag()).isEqualTo(expected);
    }
}
