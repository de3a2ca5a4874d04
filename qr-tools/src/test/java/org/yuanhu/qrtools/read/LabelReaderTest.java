package org.yuanhu.qrtools.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.qrtools.RandomRuns;
import org.yuanhu.qrtools.link.DigitalLink;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.print.LabelPictures;
import org.yuanhu.qrtools.print.LabelText;
import org.yuanhu.qrtools.print.Printer;
import org.yuanhu.qrtools.print.Sheet;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

class LabelReaderTest {
    private static final Origin ORIGIN = new Origin("https://yuanhu.example");

    private final PrintRunLabels labels = new RandomRuns(11).labels(4);
    private final LabelPictures pictures =
            new LabelPictures(labels, ORIGIN, new LabelText("核桃", "雷山县核桃专业合作社"), Printer.DPI_300, Sheet.A4_24);

    @TempDir
    private Path folder;

    /** As a hand holds a phone: turned, on grey paper, with noise and uneven light. */
    @ParameterizedTest(name = "turned by {0} degrees")
    @ValueSource(ints = {0, 7, 90, 133, 180, 271})
    void aTurnedAndNoisyPictureIsRead(int degrees) {
        BufferedImage photo = photo(pictures.picture(0), degrees, new Random(degrees));

        assertThat(LabelReader.read(photo)).containsExactly(text(0));
    }

    @Test
    void aPictureOfSeveralLabelsGivesThemAll() throws IOException {
        BufferedImage board = new BufferedImage(1_700, 1_000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = board.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 1_700, 1_000);
        for (int index = 0; index < 4; index++) {
            graphics.drawImage(pictures.picture(index), 40 + index % 2 * 820, 50 + index / 2 * 460, null);
        }
        graphics.dispose();
        Path file = folder.resolve("board.jpg");
        ImageIO.write(board, "jpg", file.toFile());
        List<String> read = new ArrayList<>();
        LabelReader.read(file, 300, (page, texts) -> read.addAll(texts));

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 4).mapToObj(this::text).toList());
    }

    @Test
    void aPictureWithoutALabelGivesNone() {
        BufferedImage noise = new BufferedImage(600, 600, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(1);
        for (int i = 0; i < 600 * 600; i++) {
            noise.getRaster().setSample(i % 600, i / 600, 0, random.nextInt(256));
        }

        assertThat(LabelReader.read(noise)).isEmpty();
        assertThat(LabelReader.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)))
                .isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Path file = folder.resolve("text.png");
        Files.writeString(file, "no picture");

        for (Path wrong : new Path[] {file, folder, folder.resolve("none")}) {
            assertThatThrownBy(() -> LabelReader.read(wrong, 300, (page, texts) -> {}))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.LB_11));
        }
    }

    private String text(int index) {
        return new DigitalLink(ORIGIN, labels.path(index)).text();
    }

    private static BufferedImage photo(BufferedImage label, int degrees, Random random) {
        int side = 1_000;
        BufferedImage photo = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = photo.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        graphics.fillRect(0, 0, side, side);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform place = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        place.rotate(Math.toRadians(degrees));
        place.translate(-label.getWidth() / 2.0, -label.getHeight() / 2.0);
        graphics.drawImage(label, place, null);
        graphics.dispose();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int grey = photo.getRaster().getSample(x, y, 0) * (600 + x / 3) / 1_000 + random.nextInt(40);
                photo.getRaster().setSample(x, y, 0, Math.min(255, grey));
            }
        }
        return photo;
    }
}
