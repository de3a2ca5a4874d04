package org.yuanhu.chaincode.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.time.Season;

class CeilingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Hash PROPOSER = Hash.sha256(new byte[] {1});
    private static final Hash CONFIRMER = Hash.sha256(new byte[] {2});

    @Test
    void isConfirmedAnewAtMostAHundredTimes() {
        Ceiling ceiling =
                Ceiling.none(new HouseholdId("00112233445566aa"), new CommodityCode("walnut"), new Season("2026"));
        for (int time = 1; time <= Ceiling.MOST_REVISIONS; time++) {
            ceiling = confirmedAnew(ceiling, time);
        }
        Ceiling full = ceiling;

        assertThat(full.revisions()).hasSize(100);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> confirmedAnew(full, 1))
                .withMessageStartingWith("FM-26 {\"field\":\"revisions\",\"value\":101,\"limit\":100}");
    }

    private static Ceiling confirmedAnew(Ceiling ceiling, long grams) {
        Quantity amount = new Quantity(grams, Unit.GRAM);
        return ceiling.proposing(new Proposal(amount, 10_000, PROPOSER, NOW)).confirmed(10_000, amount, CONFIRMER, NOW);
    }
}
