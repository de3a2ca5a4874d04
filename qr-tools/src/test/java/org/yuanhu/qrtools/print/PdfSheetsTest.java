package org.yuanhu.qrtools.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuanhu.qrtools.RandomRuns;
import org.yuanhu.qrtools.SecondDecoder;
import org.yuanhu.qrtools.link.DigitalLink;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.read.LabelReader;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.symbol.RunSymbols;
import org.yuanhu.qrtools.symbol.Symbol;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class PdfSheetsTest {
    private static final Origin ORIGIN = new Origin("https://yuanhu.example");
    private static final LabelText TEXT = new LabelText("雷山县核桃（带壳）500 克", "雷山县西江镇苗岭核桃种植农民专业合作社");

    @ParameterizedTest(name = "{0}, {1}, drawn at {2} dpi")
    @CsvSource({
        "DPI_203,A4_24,203",
        "DPI_300,A4_24,300",
        "DPI_300,A4_24,203",
        "DPI_203,A4_40,300",
        "DPI_600,A4_14,300",
        "DPI_300,A4_21,203"
    })
    void everySymbolOfEveryPageIsReadBackByTwoDecoders(Printer printer, Sheet sheet, int dpi) throws IOException {
        int count = sheet.labels() + 5;
        PrintRunLabels labels = new RandomRuns(printer.dpi() + dpi).labels(count);
        List<String> printed = IntStream.range(0, count)
                .mapToObj(index -> new DigitalLink(ORIGIN, labels.path(index)).text())
                .toList();

        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (BufferedImage page : pages(labels, printer, sheet, dpi)) {
            first.addAll(LabelReader.read(page));
            second.addAll(SecondDecoder.read(page));
        }
        assertThat(first).containsExactlyInAnyOrderElementsOf(printed);
        assertThat(second).containsExactlyInAnyOrderElementsOf(printed);
    }

    /** On a printer of this resolution every module is whole dots, none half inked: what a scanner meets is the symbol itself. */
    @ParameterizedTest
    @EnumSource
    void everyModuleIsWholePrinterDots(Printer printer) throws IOException {
        PrintRunLabels labels = new RandomRuns(printer.dpi()).labels(30);
        RunSymbols symbols = new RunSymbols(ORIGIN, labels);
        Sheet sheet = Sheet.A4_24;
        LabelLayout layout = new LabelLayout(printer, sheet, LabelFont.load(), labels.run(), TEXT, symbols.symbol(0));
        List<BufferedImage> pages = pages(labels, printer, sheet, printer.dpi());

        for (int index = 0; index < 30; index++) {
            BufferedImage page = pages.get(index / sheet.labels());
            int left = printer.dots(sheet.left(index % sheet.labels())) + layout.symbolLeft();
            int top = printer.dots(sheet.top(index % sheet.labels())) + layout.symbolTop();
            assertThat(firstWrongDot(page, symbols.symbol(index), printer.dotsPerModule(), left, top))
                    .as("label %s", index)
                    .isEmpty();
        }
    }

    /** Looks at the symbol with its quiet zone. */
    private static String firstWrongDot(BufferedImage page, Symbol symbol, int module, int left, int top) {
        int quiet = Symbol.QUIET_ZONE * module;
        int side = symbol.size() * module;
        for (int y = -quiet; y < side + quiet; y++) {
            for (int x = -quiet; x < side + quiet; x++) {
                boolean inside = x >= 0 && y >= 0 && x < side && y < side;
                boolean dark = inside && symbol.isDark(x / module, y / module);
                if ((page.getRGB(left + x, top + y) & 0xff) != (dark ? 0 : 255)) {
                    return x + ", " + y;
                }
            }
        }
        return "";
    }

    @Test
    void everyLabelSaysInTextWhatItsSymbolSays() throws IOException {
        PrintRunLabels labels = new RandomRuns(5).labels(30);
        try (PDDocument document = Loader.loadPDF(pdf(labels, Printer.DPI_300, Sheet.A4_24))) {
            String text =
                    new PDFTextStripper().getText(document).replace("\n", "").replace(" ", "");

            for (int index = 0; index < 30; index++) {
                assertThat(text).contains(labels.path(index).serial().text());
            }
            for (String said : new String[] {
                "雷山县核桃（带壳）500克",
                "雷山县西江镇苗岭核桃",
                "种植农民专业合作社",
                "GTIN" + labels.run().gtin(),
                "批次" + labels.run().lot()
            }) {
                assertThat(text.split(Pattern.quote(said), -1)).as(said).hasSize(31);
            }
        }
    }

    @Test
    void theFontIsEmbeddedAndHoldsTheGlyphsUsedOnly() throws IOException {
        PrintRunLabels labels = new RandomRuns(6).labels(3);
        byte[] pdf = pdf(labels, Printer.DPI_300, Sheet.A4_24);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDResources resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
                assertThat(resources.getFont(name).getName()).matches("[A-Z]{6}\\+NotoSansSC-Regular");
            }
            assertThat(document.getDocumentInformation().getTitle()).contains("核桃");
        }
        assertThat(pdf.length).isLessThan(60_000);
    }

    @Test
    void noWorkingFileIsLeftBehind() throws IOException {
        PrintRunLabels labels = new RandomRuns(12).labels(30);
        PdfSheets sheets = new PdfSheets(labels, ORIGIN, TEXT, Printer.DPI_300, Sheet.A4_24);
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        Set<Path> before = workingFiles();
        sheets.write(OutputStream.nullOutputStream());
        assertThatThrownBy(() -> sheets.write(broken)).isInstanceOf(IOException.class);

        assertThat(workingFiles()).isSubsetOf(before);
    }

    private static Set<Path> workingFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("yuanhu-labels"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        PrintRunLabels labels = new RandomRuns(7).labels(30);

        assertThat(pdf(labels, Printer.DPI_203, Sheet.A4_21)).isEqualTo(pdf(labels, Printer.DPI_203, Sheet.A4_21));
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatItNeeds() {
        PrintRunLabels labels = new RandomRuns(8).labels(1);
        Origin longest = new Origin("https://" + "a.".repeat(52) + "example");

        assertRefused(Rule.LB_04, () -> new PdfSheets(labels, longest, TEXT, Printer.DPI_203, Sheet.A4_40));
        assertRefused(Rule.LB_10, () -> sheets(labels, "长".repeat(80), "合作社"));
        assertRefused(Rule.LB_10, () -> sheets(labels, "核桃", "长".repeat(80)));
        assertRefused(Rule.LB_10, () -> new LabelText(" ", "合作社"));
    }

    @Test
    void aCharacterTheFontLacksIsRefusedByName() {
        PrintRunLabels labels = new RandomRuns(9).labels(1);

        assertThatThrownBy(() -> sheets(labels, "核桃\ud83c\udf4e", "合作社"))
                .hasMessage("LB-05 {\"field\":\"product\",\"character\":\"\ud83c\udf4e\"}");
        assertRefused(Rule.LB_05, () -> sheets(labels, "核桃", "合作\u0007社"));
        assertRefused(Rule.LB_05, () -> sheets(labels, "\ud800", "合作社"));
    }

    private static PdfSheets sheets(PrintRunLabels labels, String product, String cooperative) {
        return new PdfSheets(labels, ORIGIN, new LabelText(product, cooperative), Printer.DPI_300, Sheet.A4_24);
    }

    private static void assertRefused(Rule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static byte[] pdf(PrintRunLabels labels, Printer printer, Sheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfSheets(labels, ORIGIN, TEXT, printer, sheet).write(out);
        return out.toByteArray();
    }

    private static List<BufferedImage> pages(PrintRunLabels labels, Printer printer, Sheet sheet, int dpi)
            throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf(labels, printer, sheet))) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY));
            }
        }
        return pages;
    }
}
