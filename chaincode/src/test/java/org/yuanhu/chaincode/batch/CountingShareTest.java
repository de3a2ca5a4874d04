package org.yuanhu.chaincode.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Scheme;
import org.yuanhu.vocabulary.goods.Quantity;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.rule.Limits;

class CountingShareTest {
    private static final Path DOCUMENTS = Path.of("src", "test", "resources", "documents");

    @Test
    void isComparedExactlyAndToldRoundedDown() {
        CountingShare third = share(1, 3);
        assertThat(third.perMille()).isEqualTo(333);
        assertThat(third.isAtLeast(333)).isTrue();
        assertThat(third.isAtLeast(334)).isFalse();
        assertThat(third.of(grams(100))).isEqualTo(grams(33));
        assertThat(share(999_999, 1_000_000).isAtLeast(1_000)).isFalse();
        assertThat(share(1_000_000, 1_000_000).isAtLeast(1_000)).isTrue();
        assertThat(share(0, 1).isAtLeast(0)).isTrue();
    }

    @Test
    void holdsForTheGreatestQuantities() {
        assertThat(share(Limits.QUANTITY - 1, Limits.QUANTITY).isAtLeast(1_000)).isFalse();
        assertThat(share(Limits.QUANTITY - 1, Limits.QUANTITY).perMille()).isEqualTo(999);
        assertThat(share(Limits.QUANTITY, Limits.QUANTITY).isAtLeast(1_000)).isTrue();
    }

    @Test
    void aBatchOfFormerDaysCountsWhereNoCategoryIsNamedAndNowhereElse() throws IOException {
        Batch mixed = stored("yuanhu-batch-v1/batch-pack-1.json", Batch.class);
        assertThat(mixed.basis()).isEmpty();
        assertThat(mixed.claim()).isEqualTo(Claim.MIXED);
        assertThat(mixed.counting(Requirement.STRICT::counts))
                .isEqualTo(new CountingShare(
                        mixed.weights().recognised(), mixed.weights().quantity()));
        assertThat(mixed.counting(Requirement.of(1, List.of(Category.LIFTED))::counts)
                        .counting()
                        .isZero())
                .isTrue();
    }

    @Test
    void aSchemeOfFormerDaysWantsEverythingRecognisedOfWhoeverItIs() throws IOException {
        Requirement requirement = stored("yuanhu-scheme-v1/recognition-defineScheme-1.json", Scheme.class)
                .requirement();
        assertThat(requirement).isEqualTo(Requirement.STRICT);
        assertThat(requirement.perMille()).isEqualTo(1_000);
        assertThat(requirement.counts(List.of())).isTrue();
        assertThat(requirement.counts(List.of(Category.GENERAL))).isTrue();
    }

    private static <T> T stored(String file, Class<T> type) throws IOException {
        return Json.stored(file, Files.readString(DOCUMENTS.resolve(file)), type);
    }

    private static CountingShare share(long counting, long whole) {
        return new CountingShare(grams(counting), grams(whole));
    }

    private static Quantity grams(long value) {
        return new Quantity(value, Unit.GRAM);
    }
}
