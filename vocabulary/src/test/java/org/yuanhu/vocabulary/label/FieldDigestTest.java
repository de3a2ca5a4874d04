package org.yuanhu.vocabulary.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class FieldDigestTest {
    private static final HouseholdId HOUSEHOLD = new HouseholdId("5f67157150713fe4");
    private static final FieldName FIELD = new FieldName("displayName");
    private static final Salt SALT = new Salt("e29da0d352628d6e1a219859c8796edd");

    @Test
    void bothWaysToWriteAnAccentGiveOneDigest() {
        assertThat(digest("Cafe\u0301")).isEqualTo(digest("Caf\u00e9"));
        assertThat(digest("Cafe")).isNotEqualTo(digest("Caf\u00e9"));
    }

    @Test
    void householdFieldSaltAndValueAllCount() {
        Hash digest = digest("\u5f20");

        assertThat(FieldDigest.of(new HouseholdId("5f67157150713fe5"), FIELD, SALT, "\u5f20"))
                .isNotEqualTo(digest);
        assertThat(FieldDigest.of(HOUSEHOLD, new FieldName("name"), SALT, "\u5f20"))
                .isNotEqualTo(digest);
        assertThat(FieldDigest.of(HOUSEHOLD, FIELD, new Salt("f".repeat(32)), "\u5f20"))
                .isNotEqualTo(digest);
    }

    @Test
    void aBrokenCharacterIsRefusedAndTheValueNotRepeated() {
        assertThatThrownBy(() -> digest("secret\ud800")).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.rule()).isEqualTo(Rule.FM_27);
            assertThat(refused.getMessage()).doesNotContain("secret");
        });
    }

    @Test
    void aWrongSaltIsNotRepeated() {
        assertThatThrownBy(() -> new Salt("E29DA0D352628D6E1A219859C8796EDD"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.getMessage()).doesNotContain("E29DA0D352628D6E1A219859C8796EDD"));
    }

    @Test
    void aTypedScratchCodeIsReadInItsNormalForm() {
        assertThat(ScratchCode.parse("ksaa-e0ce-sppx").value()).isEqualTo("KSAAE0CESPPX");
        assertThat(ScratchCode.parse("iloaeoceSPPX").value()).isEqualTo("110AE0CESPPX");
    }

    private static Hash digest(String value) {
        return FieldDigest.of(HOUSEHOLD, FIELD, SALT, value);
    }
}
