package org.yuanhu.benchmarks;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.sun.management.OperatingSystemMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.yuanhu.qrtools.link.DigitalLink;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.print.LabelText;
import org.yuanhu.qrtools.print.PdfSheets;
import org.yuanhu.qrtools.print.Printer;
import org.yuanhu.qrtools.print.Sheet;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.symbol.RunSymbols;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;

/**
 * P2: labels from the run secret to a printable PDF, text and all, beside ZXing's symbol and ImageIO's PNG of the same labels.
 *
 * <p>Both get the same symbols (level M, shortest segments, best mask) at the same dots. Time is what the whole process spends on its
 * cores, so a busy machine and the garbage collector's threads distort neither; rounds alternate and the median counts.
 */
final class LabelSheets implements Row {
    private static final int OURS = 6_000;
    private static final int PEERS = 600;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 5;
    private static final Printer PRINTER = Printer.DPI_300;
    private static final Origin ORIGIN = new Origin("https://yuanhu.example");
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.QR_COMPACT,
            true,
            EncodeHintType.MARGIN,
            4);

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Override
    public List<Figures> measure(Consumer<String> progress) throws Exception {
        PrintRunLabels labels = labels();
        List<String> texts = IntStream.range(0, PEERS)
                .mapToObj(index -> new DigitalLink(ORIGIN, labels.path(index)).text())
                .toList();
        int side = new RunSymbols(ORIGIN, labels).symbol(0).sizeWithQuietZone() * PRINTER.dotsPerModule();
        double[] ours = new double[ROUNDS];
        double[] peers = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double our = perSecond(OURS, this::printSheets);
            double peer = perSecond(PEERS, () -> encodeAndWrite(texts, side));
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: ours %.0f, ZXing + ImageIO %.0f labels/s/core",
                    round < 0 ? "warming up" : "round " + (round + 1) + " of " + ROUNDS,
                    our,
                    peer));
            if (round >= 0) {
                ours[round] = our;
                peers[round] = peer;
            }
        }
        return List.of(new Figures(Rounds.median(ours), Rounds.median(peers), "labels/s/core"));
    }

    /** Everything from the secret on: serials, symbols, font, pages, file. */
    private void printSheets() throws Exception {
        LabelText text = new LabelText("雷山县核桃（带壳）500 克", "雷山县西江镇苗岭核桃种植农民专业合作社");
        new PdfSheets(labels(), ORIGIN, text, PRINTER, Sheet.A4_24).write(OutputStream.nullOutputStream());
    }

    private static void encodeAndWrite(List<String> texts, int side) throws Exception {
        QRCodeWriter writer = new QRCodeWriter();
        for (String text : texts) {
            BitMatrix matrix = writer.encode(text, BarcodeFormat.QR_CODE, side, side, HINTS);
            MatrixToImageWriter.writeToStream(matrix, "PNG", OutputStream.nullOutputStream());
        }
    }

    private static PrintRunLabels labels() {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 7);
        PrintRun run = new PrintRun(
                new ConsortiumId("demo-52"),
                LabelClass.UNIT,
                new Gtin("09527763170661"),
                new Lot("2026-WLN-07"),
                new RunNumber("52012301"),
                OURS);
        return new PrintRunLabels(run, RunSecret.of(secret));
    }

    /** Work that is measured. */
    private interface Work {
        void run() throws Exception;
    }

    private double perSecond(int labels, Work work) throws Exception {
        long before = system.getProcessCpuTime();
        work.run();
        return labels * 1e9 / (system.getProcessCpuTime() - before);
    }
}
