package org.yuanhu.vocabulary.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.CheckDigits;
import org.yuanhu.vocabulary.Seeds;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class SerialTest {

    @Test
    void everySerialReadsBackAsItself() {
        for (long seed : Seeds.of(SerialTest.class, 5_000, 100_000)) {
            Serial serial = any(new Random(seed));

            assertThat(Serial.parse(serial.text())).as("seed %s", seed).isEqualTo(serial);
            assertThat(serial.grouped().replace(" ", "")).as("seed %s", seed).isEqualTo(serial.text());
            assertThat(serial.grouped()).as("seed %s", seed).matches("(\\d{4} ){4}\\d{4}");
        }
    }

    @Test
    void everySingleWrongDigitIsNoticed() {
        for (long seed : Seeds.of(SerialTest.class, 200, 4_000)) {
            String text = any(new Random(seed)).text();
            for (int at = 0; at < 20; at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (text.charAt(at) != digit) {
                        assertRefused(seed, text.substring(0, at) + digit + text.substring(at + 1));
                    }
                }
            }
        }
    }

    /** ISO 7064 says of its hybrid systems: nearly all swaps of neighbours; at least 97 of 100 here. */
    @Test
    void nearlyEverySwapOfNeighboursIsNoticed() {
        int swaps = 0;
        int missed = 0;
        for (long seed : Seeds.of(SerialTest.class, 2_000, 40_000)) {
            String text = any(new Random(seed)).text();
            for (int at = 0; at < 19; at++) {
                String swapped = text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
                if (!swapped.equals(text)) {
                    swaps++;
                    missed += isTaken(swapped) ? 1 : 0;
                }
            }
        }
        assertThat(missed).isPositive().isLessThan(swaps * 3 / 100);
    }

    /** The example of ISO 7064: 0794 has check digit 5. */
    @Test
    void theCheckDigitIsTheStandards() {
        assertThat(CheckDigits.mod11And10("0794")).isEqualTo(5);
    }

    @Test
    void anIndexHasFiveDigits() {
        RunNumber run = new RunNumber("52012301");

        assertThat(new Serial(run, 7, "000001").text()).startsWith("5201230100007000001");
        assertThatThrownBy(() -> new Serial(run, -1, "000001")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new Serial(run, 100_000, "000001")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new Serial(run, 1, "00001")).isInstanceOf(RefusedException.class);
    }

    @Test
    void aRunNumberIsItsBlockAndTwoDigits() {
        assertThat(RunNumber.of("520123", 7)).isEqualTo(new RunNumber("52012307"));
        assertThat(new RunNumber("52012307").block()).isEqualTo("520123");
        assertThatThrownBy(() -> RunNumber.of("520123", 100)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> RunNumber.of("52012", 1)).isInstanceOf(RefusedException.class);
    }

    private static Serial any(Random random) {
        return new Serial(new RunNumber(digits(random, 8)), random.nextInt(Limits.LABELS_A_RUN), digits(random, 6));
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static void assertRefused(long seed, String text) {
        assertThatThrownBy(() -> Serial.parse(text))
                .as("seed %s, %s", seed, text)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_07));
    }

    private static boolean isTaken(String text) {
        try {
            Serial.parse(text);
            return true;
        } catch (RefusedException wrong) {
            return false;
        }
    }
}
