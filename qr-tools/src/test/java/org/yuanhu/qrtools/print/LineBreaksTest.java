package org.yuanhu.qrtools.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void linesAreAboutEquallyLong() {
        assertThat(lines("雷山县西江镇苗岭核桃种植农民专业合作社", 18)).containsExactly("雷山县西江镇苗岭核桃", "种植农民专业合作社");
    }

    @Test
    void wordsBreakAtSpaces() {
        assertThat(lines("Leishan Walnut Cooperative", 16)).containsExactly("Leishan Walnut", "Cooperative");
    }

    @Test
    void noLineBeginsWithAClosingMarkOrEndsWithAnOpeningOne() {
        assertThat(lines("核桃（带壳）", 3)).containsExactly("核桃", "（带", "壳）");
        assertThat(lines("核桃、板栗", 2)).noneMatch(line -> line.startsWith("、"));
    }

    @Test
    void whatFitsStaysOneLine() {
        assertThat(lines(" 核桃 500 克 ", 8)).containsExactly("核桃 500 克");
    }

    @Test
    void noCharacterIsLostWhateverTheWidth() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("核");
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append("核桃a1（），。 \ud840\udc00"
                        .codePoints()
                        .skip(random.nextInt(10))
                        .mapToObj(Character::toString)
                        .findFirst()
                        .orElse("桃"));
            }
            List<String> lines = lines(text.toString(), 1 + random.nextInt(20));

            assertThat(String.join("", lines).replace(" ", ""))
                    .as("seed %s", seed)
                    .isEqualTo(text.toString().replace(" ", ""));
        }
    }

    /** Every character one wide. */
    private static List<String> lines(String text, double room) {
        return LineBreaks.of(text, room, line -> line.codePointCount(0, line.length()));
    }
}
