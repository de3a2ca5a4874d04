package org.yuanhu.qrtools.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuanhu.qrtools.RandomRuns;
import org.yuanhu.qrtools.SecondDecoder;
import org.yuanhu.qrtools.link.DigitalLink;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.read.LabelReader;
import org.yuanhu.qrtools.run.PrintRunLabels;

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

    private static List<BufferedImage> pages(PrintRunLabels labels, Printer printer, Sheet sheet, int dpi)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfSheets(labels, ORIGIN, TEXT, printer, sheet).write(out);
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY));
            }
        }
        return pages;
    }
}
