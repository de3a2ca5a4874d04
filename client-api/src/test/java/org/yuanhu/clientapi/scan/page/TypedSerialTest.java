package org.yuanhu.clientapi.scan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.vocabulary.label.Serial;

class TypedSerialTest {
    private static final Serial SERIAL = SampleScan.LABELS.path(41).serial();

    @ParameterizedTest
    @ValueSource(strings = {" ", "", "-", "\u3000", "–", "\u00a0", "\n"})
    void takesTheDigitsHoweverTheyAreGrouped(String gap) {
        String typed = SERIAL.grouped().replace(" ", gap);
        assertThat(TypedSerial.read("  " + typed + " ").asSerial()).contains(SERIAL);
    }

    @Test
    void takesFullWidthDigits() {
        String typed = SERIAL.text()
                .chars()
                .mapToObj(c -> Character.toString(c - '0' + '０'))
                .reduce("", String::concat);
        assertThat(TypedSerial.read(typed).asSerial()).contains(SERIAL);
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "'  ', empty", "1000 0301, short", "1000 0301 0004 1481 9922 1, long", "1O00, characters"})
    void saysWhatIsWrong(String typed, String key) {
        TypedSerial read = TypedSerial.read(typed);
        assertThat(read.asSerial()).isEmpty();
        assertThat(read.mistake()).extracting(TypedSerial.Mistake::key).isEqualTo(key);
    }

    @Test
    void everySingleWrongDigitAndEverySwapOfNeighboursIsNoticed() {
        String right = SERIAL.text();
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(TypedSerial.read(other).asSerial().isPresent()).isEqualTo(other.equals(right));
            }
        }
    }

    @Test
    void readsAnythingWithoutFailing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(80); j > 0; j--) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
            TypedSerial read = TypedSerial.read(text.toString());
            assertThat(read.typed().length()).as("seed %d", seed).isLessThanOrEqualTo(64);
        }
    }
}
