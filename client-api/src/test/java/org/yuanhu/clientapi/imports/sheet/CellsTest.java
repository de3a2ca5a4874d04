package org.yuanhu.clientapi.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class CellsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20,2026-11-20",
        "2026/11/5,2026-11-05",
        "2026年1月20日,2026-01-20",
        "２０２６年１月２日,2026-01-02",
        "0,2026-11-25",
        "30,2026-10-26",
        "-335,2027-10-26"
    })
    void readsADayAsADateOrAsDaysBeforeTheImport(String cell, LocalDate day) {
        assertThat(Column.day("day", "日期").reader().apply(cell).on(TODAY)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "20261120",
                "11/20/2026",
                "2026.11.20",
                "yesterday",
                "1.5",
                "1999-12-31",
                "2100/1/1",
                "9999年12月31日"
            })
    void refusesWhatIsNoDay(String cell) {
        assertRefused(Rule.IM_15, Column.day("day", "日期"), cell);
    }

    @Test
    void refusesDaysBeforeTheImportThatLeadOutOfTheCentury() {
        SheetDay longAgo = Column.day("day", "日期").reader().apply("9999");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> longAgo.on(TODAY))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.FM_21));
    }

    @ParameterizedTest
    @CsvSource({
        "12.5,千克,12500 g",
        "12.5,公斤,12500 g",
        "3,斤,1500 g",
        "0.001,kg,1 g",
        "2,升,2000 ml",
        "30,个,30 piece",
        "'1,234.50',KG,1234500 g",
        "１２．５,ｋｇ,12500 g"
    })
    void readsAnAmountAndAUnitAsExactlySoManyOfTheLedgers(String amount, String unit, String quantity) {
        Measure measure = Column.measure("unit", "单位").reader().apply(unit);
        BigDecimal number = Column.decimal("amount", "数量").reader().apply(amount);

        assertThat(measure.of("amount", number)).hasToString(quantity);
    }

    @Test
    void refusesHalfAGramAndHalfAPieceRatherThanRounding() {
        for (String unit : new String[] {"克", "个"}) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() ->
                            Column.measure("unit", "单位").reader().apply(unit).of("amount", new BigDecimal("0.5")))
                    .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.IM_13));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "1,2", "1 000", "十"})
    void refusesWhatIsNoNumber(String cell) {
        assertRefused(Rule.IM_16, Column.decimal("amount", "数量"), cell);
    }

    @Test
    void readsTheBlanksOfAChineseKeyboardInsideANameAsUsualOnes() {
        assertThat(Column.words("name", "姓名").reader().apply("　样　例\u00a0甲　")).isEqualTo("样 例 甲");
    }

    @Test
    void namesTheUnitsThereAre() {
        assertRefused(Rule.IM_12, Column.measure("unit", "单位"), "担");
    }

    private static void assertRefused(Rule rule, Column<?> column, String cell) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> column.reader().apply(cell))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
