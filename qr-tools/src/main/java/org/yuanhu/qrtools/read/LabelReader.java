package org.yuanhu.qrtools.read;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Reads the symbols on pictures and PDF pages, several on each. What a text means is for the caller to check. */
public final class LabelReader {
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private LabelReader() {}

    /** The texts of all symbols in a picture, each once. */
    public static List<String> read(BufferedImage picture) {
        return SymbolReader.read(picture);
    }

    /**
     * Reads a PDF or a picture that Java reads (PNG, JPEG, GIF, BMP, TIFF), page by page.
     *
     * @param dpi how finely PDF pages are drawn before they are read
     * @param found is told the page, from 1, and the texts on it
     * @throws RefusedException LB-11 not such a file
     */
    public static void read(Path file, int dpi, BiConsumer<Integer, List<String>> found) throws IOException {
        if (isPdf(file)) {
            readPdf(file, dpi, found);
            return;
        }
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null) {
            throw unreadable(file, "no picture and no PDF");
        }
        found.accept(1, read(picture));
    }

    private static void readPdf(Path file, int dpi, BiConsumer<Integer, List<String>> found) throws IOException {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBufferedFile(file.toFile()),
                "",
                null,
                null,
                IOUtils.createTempFileOnlyStreamCache())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                found.accept(page + 1, read(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY)));
            }
        }
    }

    private static boolean isPdf(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(file, "missing or not readable");
        }
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PDF.length), PDF);
        }
    }

    private static RefusedException unreadable(Path file, String problem) {
        return RefusedException.by(Rule.LB_11)
                .with("file", file.getFileName().toString())
                .with("problem", problem)
                .build();
    }
}
