package org.yuanhu.vocabulary.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.Seeds;
import org.yuanhu.vocabulary.rule.RefusedException;

class LabelPathTest {
    private static final String PATH = "/01/09527763170661/10/0UHE6L111-0QDT1ZEUXE/21/66496172000004974992";
    private static final String ALPHABET = "/0123456789ABCDEFXZ-abz%2F?=&#;. \n\u0000\uff10\u0660\ud800";

    /** One label, one path: whatever is taken is written back as it was, and all else is refused, never anything worse. */
    @Test
    void whatIsTakenReadsBackAsItself() {
        int taken = 0;
        long[] seeds = Seeds.of(LabelPathTest.class, 50_000, 1_000_000);
        for (long seed : seeds) {
            String text = altered(new Random(seed));
            try {
                assertThat(LabelPath.parse(text).text()).as("seed %s", seed).isEqualTo(text);
                taken++;
            } catch (RefusedException anythingElse) {
                assertThat(anythingElse.getMessage()).as("seed %s", seed).startsWith("FM-");
            }
        }
        assertThat(taken).as("among them alterations of the lot alone").isBetween(seeds.length / 500, seeds.length / 5);
    }

    private static String altered(Random random) {
        StringBuilder text = new StringBuilder(PATH);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int at = random.nextInt(text.length());
            char character = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, character);
                case 1 -> text.insert(at, character);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    @Test
    void tagsAndBlindsDifferFromLabelToLabel() {
        RunSecret secret = RunSecret.parse("ab".repeat(32));
        RunNumber run = new RunNumber("52012301");

        assertThat(secret.serial(run, 0).tag())
                .matches("[0-9]{6}")
                .isNotEqualTo(secret.serial(run, 1).tag());
        assertThat(secret.blind(0)).isNotEqualTo(secret.blind(1));
        assertThat(RunSecret.of(secret.bytes())).isEqualTo(secret);
    }

    @Test
    void aSecretHasThirtyTwoBytesAndIsNotRepeatedWhenWrong() {
        assertThatThrownBy(() -> RunSecret.of(new byte[31])).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> RunSecret.parse("AB".repeat(32)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.getMessage()).doesNotContain("ABAB"));
    }
}
