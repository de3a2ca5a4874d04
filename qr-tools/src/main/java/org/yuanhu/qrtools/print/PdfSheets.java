package org.yuanhu.qrtools.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.symbol.RunSymbols;
import org.yuanhu.qrtools.symbol.Symbol;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * A run's labels on A4 sheets, as PDF.
 *
 * <p>Everything is placed in printer dots: the page is a whole number of dots wide and high (up to a tenth of a millimetre less than A4),
 * so that module edges fall on dot edges whichever corner a printer counts from; print at actual size. Page contents wait in a temporary
 * file, so memory does not grow with the run. The same run gives the same bytes.
 */
public final class PdfSheets {
    private static final int DEFLATE_LEVEL = 1;

    private final PrintRunLabels labels;
    private final LabelText text;
    private final Printer printer;
    private final Sheet sheet;
    private final RunSymbols symbols;
    private final LabelFont font = LabelFont.load();
    private final LabelLayout layout;

    /**
     * @throws RefusedException LB-04 the sheet's labels cannot hold the symbol, LB-05 a character the font lacks, LB-10 a text too long
     */
    public PdfSheets(PrintRunLabels labels, Origin origin, LabelText text, Printer printer, Sheet sheet) {
        this.labels = labels;
        this.text = text;
        this.printer = printer;
        this.sheet = sheet;
        this.symbols = new RunSymbols(origin, labels);
        this.layout = new LabelLayout(printer, sheet, font, labels.run(), text, symbols.symbol(0));
    }

    /** Writes every label of the run. */
    public void write(OutputStream out) throws IOException {
        write(out, 0, labels.count(), printed -> {});
    }

    /**
     * Writes the labels from one index up to, not including, another.
     *
     * @param progress is told after each page how many labels are done
     */
    public void write(OutputStream out, int from, int to, IntConsumer progress) throws IOException {
        if (from < 0 || from >= to || to > labels.count()) {
            throw new IndexOutOfBoundsException("No labels " + from + " to " + to + " of " + labels.count());
        }
        Path folder = Files.createTempDirectory(
                "yuanhu-labels"); // its owner's alone: serials must not be read before they are printed
        MemoryUsageSetting onDisk = MemoryUsageSetting.setupTempFileOnly().setTempDir(folder.toFile());
        try (PDDocument document = new PDDocument(onDisk.streamCache)) {
            document.setVersion(1.7f);
            document.setDocumentId(labels.run().hashCode() * 31L + from);
            document.getDocumentInformation()
                    .setTitle(text.product() + " " + labels.run().run());
            document.getDocumentInformation().setProducer("Yuanhu");
            new Pages(document).append(from, to, progress);
            document.save(out, CompressParameters.NO_COMPRESSION);
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** The pages of one document. */
    private final class Pages {
        private final PDDocument document;
        private final PDType0Font embedded;
        private final PDResources resources = new PDResources();
        private final COSName fontName;
        private final COSName fixedTexts;
        private final byte[][] digits = new byte[10][];
        private final byte[] space;
        private final PdfOperators operators = new PdfOperators();
        private final Deflater deflater = new Deflater(DEFLATE_LEVEL);
        private final byte[] deflated = new byte[1 << 15];

        Pages(PDDocument document) throws IOException {
            this.document = document;
            this.embedded = PDType0Font.load(document, LabelFont.load().trueType(), true);
            this.fontName = resources.add(embedded);
            for (int digit = 0; digit < 10; digit++) {
                digits[digit] = codes(Integer.toString(digit));
            }
            this.space = codes(" ");
            this.fixedTexts = resources.add(fixedTexts());
        }

        void append(int from, int to, IntConsumer progress) throws IOException {
            for (int first = from; first < to; first += sheet.labels()) {
                int last = Math.min(first + sheet.labels(), to);
                appendPage(first, last);
                progress.accept(last - from);
            }
            deflater.end();
            embedded.subset();
        }

        private void appendPage(int first, int last) throws IOException {
            int width = printer.dots(Sheet.PAGE_WIDTH);
            int height = printer.dots(Sheet.PAGE_HEIGHT);
            operators.clear();
            operators
                    .number(printer.points(1))
                    .text("0 0 ")
                    .number(printer.points(1))
                    .text("0 0 cm\n");
            for (int index = first; index < last; index++) {
                int left = printer.dots(sheet.left(index - first));
                int top = height - printer.dots(sheet.top(index - first));
                appendLabel(index, left, top);
            }
            COSStream stream = document.getDocument().createCOSStream();
            deflate(stream);
            PDPage page = new PDPage(new PDRectangle(printer.points(width), printer.points(height)));
            page.setResources(resources);
            page.setContents(new PDStream(stream));
            document.addPage(page);
        }

        private void appendLabel(int index, int left, int top) {
            Symbol symbol = symbols.symbol(index);
            int module = printer.dotsPerModule();
            operators
                    .text("q 1 0 0 1 ")
                    .number(left)
                    .number(top)
                    .text("cm /")
                    .text(fixedTexts.getName())
                    .text(" Do\n");
            LabelLayout.Line serial = layout.serial(labels.path(index).serial().grouped());
            appendText(operators, serial, serialCodes(serial.text()));
            operators.number(module).text("0 0 ").number(-module);
            operators.number(layout.symbolLeft()).number(-layout.symbolTop()).text("cm\n");
            SymbolPath.append(operators, symbol);
            operators.text("Q\n");
        }

        private PDFormXObject fixedTexts() throws IOException {
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(0, -layout.height(), layout.width(), layout.height()));
            PDResources fonts = new PDResources();
            fonts.put(fontName, embedded);
            form.setResources(fonts);
            operators.clear();
            for (LabelLayout.Line line : layout.fixed()) {
                appendText(operators, line, codes(line.text()));
            }
            LabelLayout.Bar hairline = layout.hairline();
            operators.number(hairline.x()).number(-hairline.y() - hairline.height());
            operators.number(hairline.width()).number(hairline.height()).text("re f\n");
            deflate(form.getCOSObject());
            return form;
        }

        private void appendText(PdfOperators out, LabelLayout.Line line, byte[] codes) {
            out.text("BT /")
                    .text(fontName.getName())
                    .text(" ")
                    .number(line.size())
                    .text("Tf ");
            if (line.strong()) { // one weight is shipped; a thin outline makes it a stronger one
                out.text("2 Tr ").number(line.size() / 40).text("w ");
            } else {
                out.text("0 Tr ");
            }
            out.number(line.x()).number(-line.y()).text("Td ").hex(codes).text(" Tj ET\n");
        }

        private byte[] serialCodes(String grouped) {
            byte[] codes = new byte[2 * grouped.length()];
            for (int i = 0; i < grouped.length(); i++) {
                byte[] code = grouped.charAt(i) == ' ' ? space : digits[grouped.charAt(i) - '0'];
                System.arraycopy(code, 0, codes, 2 * i, 2);
            }
            return codes;
        }

        private byte[] codes(String line) throws IOException {
            line.codePoints().forEach(embedded::addToSubset);
            return embedded.encode(line);
        }

        private void deflate(COSStream stream) throws IOException {
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            deflater.reset();
            deflater.setInput(operators.array(), 0, operators.length());
            deflater.finish();
            try (OutputStream raw = stream.createRawOutputStream()) {
                while (!deflater.finished()) {
                    raw.write(deflated, 0, deflater.deflate(deflated));
                }
            }
        }
    }
}
