package org.yuanhu.qrtools.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.symbol.RunSymbols;
import org.yuanhu.qrtools.symbol.Symbol;
import org.yuanhu.vocabulary.rule.RefusedException;

/** Single labels of a run as PNG, one pixel for each printer dot. */
public final class LabelPictures {
    private static final String METADATA = "javax_imageio_png_1.0";
    private static final double METRES_AN_INCH = 0.0254;

    private final PrintRunLabels labels;
    private final Printer printer;
    private final RunSymbols symbols;
    private final LabelFont font = LabelFont.load();
    private final LabelLayout layout;

    /**
     * @param sheet whose label size a picture takes
     * @throws RefusedException LB-04 the label cannot hold the symbol, LB-05 a character the font lacks, LB-10 a text too long
     */
    public LabelPictures(PrintRunLabels labels, Origin origin, LabelText text, Printer printer, Sheet sheet) {
        this.labels = labels;
        this.printer = printer;
        this.symbols = new RunSymbols(origin, labels);
        this.layout = new LabelLayout(printer, sheet, font, labels.run(), text, symbols.symbol(0));
    }

    /** The label at this index. */
    public BufferedImage picture(int index) {
        Symbol symbol = symbols.symbol(index);
        LabelLayout.Line serial = layout.serial(labels.path(index).serial().grouped());
        BufferedImage image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, layout.width(), layout.height());
        graphics.setColor(Color.BLACK);
        drawSymbol(graphics, symbol);
        LabelLayout.Bar hairline = layout.hairline();
        graphics.fillRect(hairline.x(), hairline.y(), hairline.width(), hairline.height());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        layout.fixed().forEach(line -> drawText(graphics, line));
        drawText(graphics, serial);
        graphics.dispose();
        return image;
    }

    /** Writes the label at this index as PNG that names its resolution. */
    public void write(int index, OutputStream out) throws IOException {
        BufferedImage image = picture(index);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            metadata.mergeTree(METADATA, resolution());
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private void drawSymbol(Graphics2D graphics, Symbol symbol) {
        int module = printer.dotsPerModule();
        for (int y = 0; y < symbol.size(); y++) {
            for (int x = 0; x < symbol.size(); x++) {
                if (symbol.isDark(x, y)) {
                    graphics.fillRect(
                            layout.symbolLeft() + x * module, layout.symbolTop() + y * module, module, module);
                }
            }
        }
    }

    private void drawText(Graphics2D graphics, LabelLayout.Line line) {
        Shape outline = font.outline(line.text(), line.x(), line.y(), line.size());
        graphics.fill(outline);
        if (line.strong()) {
            graphics.setStroke(new BasicStroke(line.size() / 40));
            graphics.draw(outline);
        }
    }

    /**
     * PNG's own chunk, in pixels a metre (W3C PNG, 11.3.4.3). The standard form of ImageIO asks for millimetres a pixel, and Java's PNG
     * writer takes them for pixels a millimetre.
     */
    private IIOMetadataNode resolution() {
        String pixelsAMetre = Long.toString(Math.round(printer.dpi() / METRES_AN_INCH));
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        physical.setAttribute("pixelsPerUnitXAxis", pixelsAMetre);
        physical.setAttribute("pixelsPerUnitYAxis", pixelsAMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        root.appendChild(physical);
        return root;
    }
}
