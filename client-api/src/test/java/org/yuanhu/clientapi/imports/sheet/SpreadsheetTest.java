package org.yuanhu.clientapi.imports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class SpreadsheetTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Column<String> NAME = Column.words("name", "名称");
    private static final Column<CreditCode> CODE = Column.code("code", "合作社代码", CreditCode::new);
    private static final List<Column<?>> COLUMNS = List.of(CODE, NAME);
    private static final String TABLE = "合作社代码,名称\n93520527MA0000015Q,示例·赫章合作社\n";

    @Test
    void readsUtf8WithAndWithoutAMarkAndGb18030Alike() {
        byte[] plain = TABLE.getBytes(StandardCharsets.UTF_8);
        byte[] marked = ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8);
        byte[] national = TABLE.getBytes(GB18030);

        assertThat(Spreadsheet.read(marked)).isEqualTo(Spreadsheet.read(plain));
        assertThat(Spreadsheet.read(national)).isEqualTo(Spreadsheet.read(plain));
        assertThat(name(national)).isEqualTo("示例·赫章合作社");
    }

    @Test
    void readsCharactersThatOnlyGb18030Has() {
        assertThat(name("code,name\n93520527MA0000015Q,㑊𠀀村\n".getBytes(GB18030)))
                .isEqualTo("㑊𠀀村");
    }

    @Test
    void refusesBytesOfNeitherEncodingRatherThanReplacingThem() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(TABLE.getBytes(StandardCharsets.UTF_8));
        bytes.write(0xFF);
        assertRefused(Rule.IM_01, bytes.toByteArray());
        assertRefused(Rule.IM_01, ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_16LE));
        byte[] cut = ("\uFEFF" + TABLE + "示").getBytes(StandardCharsets.UTF_8);
        assertRefused(Rule.IM_01, java.util.Arrays.copyOf(cut, cut.length - 1));
    }

    @Test
    void saysThatAWorkbookIsNoCsv() {
        assertRefused(Rule.IM_02, new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
        assertRefused(Rule.IM_02, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
    }

    @Test
    void keepsLineBreaksInsideQuotesAndCountsSuchARowOnce() {
        Spreadsheet sheet = Spreadsheet.read(utf8("code,name\r\na,\"two\r\nlines, \"\"quoted\"\"\"\r\n\r\nb,c,,,\r\n"));

        assertThat(sheet.lines())
                .containsExactly(
                        new Spreadsheet.Line(2, List.of("a", "two\r\nlines, \"quoted\"")),
                        new Spreadsheet.Line(4, List.of("b", "c")));
    }

    @Test
    void refusesQuotesThatDoNotClose() {
        assertRefused(Rule.IM_05, utf8("code,name\na,b\nc,\"d\n"));
        assertRefused(Rule.IM_05, utf8("code,name\na,\"b\"c\n"));
    }

    @Test
    void refusesFilesOverTheLimits() {
        assertRefused(Rule.IM_03, new byte[Limits.IMPORT_BYTES + 1]);
        assertRefused(Rule.IM_04, utf8("code\n" + "1\n".repeat(Limits.IMPORT_ROWS + 1)));
        assertRefused(Rule.IM_18, utf8("code,name\n,,\n"));
    }

    @Test
    void readsFullWidthDigitsAndLettersAsTheirUsualForms() {
        Row row = only(utf8("ｃｏｄｅ,name\n　９３５２０５２７ＭＡ０００００１５Ｑ\t,核桃（５００克）\n"));

        assertThat(row.get(CODE)).isEqualTo(new CreditCode("93520527MA0000015Q"));
        assertThat(row.get(NAME)).isEqualTo("核桃（500克）");
    }

    @Test
    void namesACodeLostToScientificNotationAsJustThat() {
        Rows rows = Rows.read(Spreadsheet.read(utf8("code,name\n9.15201E+17,a\n")), COLUMNS);

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(rows::mustBeRight)
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> {
                            assertThat(error.row()).contains(2);
                            assertThat(error.column()).contains(CODE);
                            assertThat(error.value()).contains("9.15201E+17");
                            assertThat(error.refused().rule()).isEqualTo(Rule.IM_11);
                        }));
    }

    @Test
    void reportsEveryWrongCellOfEveryRowAtOnce() {
        Column<Gtin> gtin = Column.code("gtin", "商品条码", Gtin::new);
        Rows rows = Rows.read(
                Spreadsheet.read(utf8("gtin,code,name\n1,2,a\n09520000000110,93520527MA0000015Q,b,c\n,,d\n")),
                List.of(gtin, CODE, NAME));

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(rows::mustBeRight)
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(error -> error.row().orElse(0)
                                + error.column().map(Column::english).orElse("")
                                + error.refused().rule().id())
                        .containsExactly("2gtinFM-01", "2codeFM-08", "3IM-09", "4gtinIM-10", "4codeIM-10"));
    }

    @Test
    void refusesACellWithoutAColumnAnEmptyCellAndAFractionWhereAWholeNumberBelongs() {
        Column<Integer> sheet = Column.whole("sheet", "单号");

        assertFound(Rule.IM_09, "code,name\n93520527MA0000015Q,b,c\n", CODE, NAME);
        assertFound(Rule.IM_10, "code,name\n93520527MA0000015Q,\n", CODE, NAME);
        assertFound(Rule.IM_14, "sheet,name\n1.5,b\n", sheet, NAME);
    }

    @Test
    void listsTheFirstTwoHundredErrorsInTheOrderOfTheRowsAndCountsTheOthers() {
        List<Column<?>> five = java.util.stream.IntStream.range(0, 5)
                .<Column<?>>mapToObj(number -> Column.code("code" + number, "代码" + number, CreditCode::new))
                .toList();
        String file = "code0,code1,code2,code3,code4\n" + "x,x,x,x,x\n".repeat(Limits.IMPORT_ROWS);
        Rows rows = Rows.read(Spreadsheet.read(utf8(file)), five);
        rows.refuse(1, RefusedException.by(Rule.IM_18).build());

        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(rows::mustBeRight)
                .satisfies(refused -> {
                    assertThat(refused.errors()).hasSize(200);
                    assertThat(refused.more()).isEqualTo(5L * Limits.IMPORT_ROWS + 1 - 200);
                    assertThat(refused.errors().get(0).row()).contains(1);
                    assertThat(refused.errors().get(1).column().map(Column::english))
                            .contains("code0");
                    assertThat(refused.errors().get(199).row()).contains(41);
                    assertThat(refused.errors().get(199).column().map(Column::english))
                            .contains("code3");
                });
    }

    @Test
    void refusesAHeaderOfAnotherTable() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Rows.read(Spreadsheet.read(utf8("code\n1\n")), COLUMNS))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.IM_06));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Rows.read(Spreadsheet.read(utf8("code,name,colour\n1\n")), COLUMNS))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.IM_07));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Rows.read(Spreadsheet.read(utf8("code,name,名称\n1\n")), COLUMNS))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.IM_08));
    }

    private static void assertFound(Rule rule, String file, Column<?>... columns) {
        Rows rows = Rows.read(Spreadsheet.read(utf8(file)), List.of(columns));
        assertThatExceptionOfType(ImportRefusedException.class)
                .isThrownBy(rows::mustBeRight)
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.refused().rule()).isEqualTo(rule)));
    }

    private static String name(byte[] bytes) {
        return only(bytes).get(NAME);
    }

    private static Row only(byte[] bytes) {
        Rows rows = Rows.read(Spreadsheet.read(bytes), COLUMNS);
        rows.mustBeRight();
        return rows.readable().get(0);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(Rule rule, byte[] bytes) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Spreadsheet.read(bytes))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
