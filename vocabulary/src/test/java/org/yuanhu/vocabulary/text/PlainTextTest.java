package org.yuanhu.vocabulary.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "样例核桃",
                "岜沙一组 · 香禾糯（500 克）",
                "Straße 7",
                "㐂多",
                "𠮷野家",
                "𰻝𰻝面",
                "གངས་ལྗོངས",
                "ئۇيغۇر",
                "ꆈꌠ",
                "Gvangjsih",
                "é",
                "한과"
            })
    void isWhatPeopleOfEveryLanguageHereWrite(String text) {
        assertThat(PlainText.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a control, 样\u0007例",
        "a line break, '样\n例'",
        "zero width, 样\u200b例",
        "a joiner, 样\u200d例",
        "a byte order mark, 样\ufeff例",
        "a soft hyphen, 样\u00ad例",
        "right to left, 样\u202e例",
        "an isolate, 样\u2067例",
        "private use, 样\ue000例",
        "private use of plane 15, 样\udb80\udc00例",
        "a filler of Hangul, 样\u115f例",
        "another, 样\u1160例",
        "a third, 样\u3164例",
        "a half one, 样\uffa0例",
        "Braille without dots, 样\u2800例",
        "a tag, 样\udb40\udc41例",
        "a variation selector, 样\ufe00例",
        "an ideographic variation, 葛\udb40\udd00城",
        "a joiner of graphemes, 样\u034f例",
        "a blank of another width, 样\u3000例",
        "a blank that does not break, 样\u00a0例",
        "a replacement, 样\ufffd例",
        "half a pair, 样\ud800例",
        "no character, 样\uffff例",
        "Unicode 14, 样\u061d例",
        "Unicode 16, '\ud81b\udd63\ud81b\udd67'",
    })
    void hasNothingThatIsNotSeenOrThatNotEveryJavaKnows(String what, String text) {
        assertThat(PlainText.isPlain(text)).as(what).isFalse();
        assertThat(PlainText.firstRefused(text)).as(what).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 样例", "样例 ", " ", "e\u0301", "\uf900", "\u2126"})
    void hasNoBlankAtItsEndsAndIsInNormalFormC(String text) {
        assertThat(PlainText.firstRefused(text)).isEmpty();
        assertThat(PlainText.isPlain(text)).isFalse();
    }

    @Test
    void namesWhatItRefuses() {
        assertThat(PlainText.firstRefused("样\u200b例\u202e")).hasValue(0x200b);
    }
}
