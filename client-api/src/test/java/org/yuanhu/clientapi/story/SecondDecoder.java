package org.yuanhu.clientapi.story;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import java.awt.image.BufferedImage;
import java.util.List;

/** Reads symbols with BoofCV, which shares no code with ZXing. */
final class SecondDecoder {
    private SecondDecoder() {}

    static List<String> read(BufferedImage picture) {
        GrayU8 grey = new GrayU8(picture.getWidth(), picture.getHeight());
        for (int y = 0; y < grey.height; y++) {
            for (int x = 0; x < grey.width; x++) {
                grey.set(x, y, picture.getRGB(x, y) & 0xff);
            }
        }
        QrCodeDetector<GrayU8> detector = FactoryFiducial.qrcode(null, GrayU8.class);
        detector.process(grey);
        return detector.getDetections().stream()
                .map((QrCode symbol) -> symbol.message)
                .toList();
    }
}
