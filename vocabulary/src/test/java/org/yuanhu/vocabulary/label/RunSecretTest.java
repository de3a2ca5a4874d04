package org.yuanhu.vocabulary.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class RunSecretTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void twoNewSecretsOrSaltsAreNotAlike() {
        assertThat(RunSecret.random(RANDOM)).isNotEqualTo(RunSecret.random(RANDOM));
        assertThat(Salt.random(RANDOM)).isNotEqualTo(Salt.random(RANDOM));
        assertThat(Salt.random(RANDOM).isOneByte()).isFalse();
        assertThat(new Salt("5a".repeat(16)).isOneByte()).isTrue();
    }

    @Test
    void secretsOfTheSameBytesAreTheSameAndShowNone() {
        RunSecret secret = RunSecret.parse("0f".repeat(32));
        byte[] bytes = secret.bytes();
        bytes[0] = 1;

        assertThat(RunSecret.of(secret.bytes())).isEqualTo(secret).hasSameHashCodeAs(secret);
        assertThat(RunSecret.of(bytes)).isNotEqualTo(secret).doesNotHaveSameHashCodeAs(secret);
        assertThat(secret).isNotEqualTo("RunSecret").hasToString("RunSecret");
    }

    @Test
    void aRunNumberIsABlockAndItsPlaceInIt() {
        assertThat(RunNumber.of("100003", 0).value()).isEqualTo("10000300");
        assertThat(RunNumber.of("100003", 10).value()).isEqualTo("10000310");
        assertThat(RunNumber.of("100003", 99).value()).isEqualTo("10000399");
        assertThat(RunNumber.of("100003", 42).block()).isEqualTo("100003");
        for (Runnable wrong : new Runnable[] {
            () -> RunNumber.of("100003", -1), () -> RunNumber.of("100003", 100), () -> RunNumber.of("10003", 1)
        }) {
            assertThatThrownBy(wrong::run)
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_05));
        }
    }

    @Test
    void textsForPeopleSayTheValue() {
        Serial serial = new Serial(new RunNumber("10000300"), 7, "123456");

        assertThat(serial).hasToString(serial.text());
        assertThat(LabelPath.parse("/01/09520000000356/10/L-1/21/" + serial.text()))
                .hasToString("/01/09520000000356/10/L-1/21/" + serial.text());
        assertThat(LabelClass.UNIT).hasToString("unit");
    }

    @Test
    void aGrowingRootCountsItsLeaves() {
        MerkleRoot root = new MerkleRoot();
        root.add(Hash.ZERO);
        root.add(Hash.ZERO);

        assertThat(root.count()).isEqualTo(2);
    }
}
