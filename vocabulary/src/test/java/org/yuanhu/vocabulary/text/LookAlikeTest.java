package org.yuanhu.vocabulary.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeTest {
    @ParameterizedTest
    @CsvSource({
        "full width, 样例Ａ１, 样例A1",
        "case, Walnut, WALNUT",
        "a sharp s, Straße, STRASSE",
        "a capital sharp s, STRAẞE, strasse",
        "blanks, 样例 核桃, 样例核桃",
        "punctuation, 样例·核桃, 样例核桃",
        "brackets, 样例（核桃）, 样例(核桃)",
        "quotes, “样例”核桃, 样例核桃",
        "Cyrillic, \u0421\u041e\u041a, COK",
        "small Cyrillic, \u0441\u043e\u0440, cop",
        "a small Cyrillic letter of another shape than its capital, \u0432, \u0412",
        "Greek, \u0391\u0392, AB",
        "one and l, 核桃1号, 核桃l号",
        "one and I, 核桃1号, 核桃I号",
        "zero and O, A0, AO",
        "a circled digit, 核桃②, 核桃2",
        "what parts a number, 1.5, １－５",
        "a radical, ⼭核桃, 山核桃",
        "katakana, 人工, 人エ",
        "a half-width katakana, ｴ, エ",
        "a stroke, 未来, 末来",
        "another, 曰照, 日照",
        "a third, 己巳, 已已",
        "accents in two ways, é, E\u0301"
    })
    void lookTheSame(String why, String one, String other) {
        assertThat(LookAlike.form(one)).as(why).isEqualTo(LookAlike.form(other));
    }

    @ParameterizedTest
    @CsvSource({
        "核桃, 胡桃",
        "核桃1号, 核桃2号",
        "核桃1号, 核桃11号",
        "甲合作社, 乙合作社",
        "山核桃, 核桃",
        "龙井, 龍井",
        "WALNUT A, WALNUT B",
        "Walnuts, Walnut",
        "resume, résumé",
        "喜多, 㐂多",
        "3+2, 3-2",
        "核桃1.5kg, 核桃15kg",
        "核桃1 5号, 核桃15号",
        "0.9, 09",
        "９．０, ９０",
        "N, V",
        "Y, U"
    })
    void lookDifferent(String one, String other) {
        assertThat(LookAlike.form(one)).isNotEqualTo(LookAlike.form(other));
    }

    /** Its key is on ledgers: the form itself stays, not only which names share it. */
    @Test
    void onlyWhatPartedTwoDigitsIsLeftOfPunctuation() {
        assertThat(LookAlike.form("2.5·6")).isEqualTo("2.5.6");
        assertThat(LookAlike.form("256")).isEqualTo("256");
        assertThat(LookAlike.form("（2）")).isEqualTo("2");
    }

    @Test
    void whatIsPunctuationOnlyIsItsOwnForm() {
        assertThat(LookAlike.form("…")).isEqualTo("…");
        assertThat(LookAlike.form("·")).isEqualTo("·");
    }
}
