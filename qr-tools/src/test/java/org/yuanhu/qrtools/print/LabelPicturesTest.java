package org.yuanhu.qrtools.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.yuanhu.qrtools.RandomRuns;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class LabelPicturesTest {
    /** ImageIO reads the chunk with its own reader; the bytes are read here once more, by the PNG specification, 11.3.4.3. */
    @ParameterizedTest
    @CsvSource({"DPI_203,7992", "DPI_300,11811", "DPI_600,23622"})
    void aPictureNamesItsResolutionInPixelsAMetre(Printer printer, int pixelsAMetre) throws IOException {
        byte[] png = png(printer, Sheet.A4_24);

        int chunk = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        ByteBuffer content = ByteBuffer.wrap(png, chunk + 4, 9);
        assertThat(List.of(content.getInt(), content.getInt(), (int) content.get()))
                .containsExactly(pixelsAMetre, pixelsAMetre, 1);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            NodeList physical = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0"))
                    .getElementsByTagName("pHYs");
            Element read = (Element) physical.item(0);
            assertThat(List.of(
                            read.getAttribute("pixelsPerUnitXAxis"),
                            read.getAttribute("pixelsPerUnitYAxis"),
                            read.getAttribute("unitSpecifier")))
                    .containsExactly("" + pixelsAMetre, "" + pixelsAMetre, "meter");
        } finally {
            reader.dispose();
        }
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void aPictureAtItsResolutionIsAsLargeAsTheLabel(Sheet sheet) throws IOException {
        byte[] png = png(Printer.DPI_300, sheet);
        double millimetresAPixel = 1000.0 / 11811;

        var image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth() * millimetresAPixel)
                .isBetween(sheet.width() / 1000.0 - 0.1, sheet.width() / 1000.0 + 0.001);
        assertThat(image.getHeight() * millimetresAPixel)
                .isBetween(sheet.height() / 1000.0 - 0.1, sheet.height() / 1000.0 + 0.001);
    }

    @Test
    void aSheetIsKnownByItsLabelsAndAnotherNumberIsRefused() {
        List<Integer> known = new ArrayList<>();
        for (Sheet sheet : Sheet.values()) {
            assertThat(Sheet.ofLabels(sheet.labels())).isEqualTo(sheet);
            known.add(sheet.labels());
        }

        assertThat(known).containsExactly(14, 21, 24, 40);
        assertThatThrownBy(() -> Sheet.ofLabels(22))
                .hasMessage("LB-13 {\"field\":\"sheet\",\"value\":22,\"known\":\"14, 21, 24, 40\"}");
    }

    @Test
    void aPrinterIsKnownByItsResolutionAndAnotherIsRefused() {
        for (Printer printer : Printer.values()) {
            assertThat(Printer.ofDpi("dpi", Integer.toString(printer.dpi()))).isEqualTo(printer);
        }
        for (String other : new String[] {"", "0300", "300.0", "400", "-203"}) {
            assertThatThrownBy(() -> Printer.ofDpi("dpi", other))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(Rule.LB_12);
                        assertThat(refused.arguments())
                                .containsEntry("field", "dpi")
                                .containsEntry("value", other);
                    });
        }
    }

    private static byte[] png(Printer printer, Sheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LabelPictures(
                        new RandomRuns(3).labels(2),
                        new Origin("https://yuanhu.example"),
                        new LabelText("核桃", "合作社"),
                        printer,
                        sheet)
                .write(1, out);
        return out.toByteArray();
    }
}
