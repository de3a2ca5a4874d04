package org.yuanhu.qrtools;

import java.util.List;
import java.util.Random;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;

/** Runs of any allowed shape, from a seed. */
public final class RandomRuns {
    private static final String LOT_ENDS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static final List<LabelClass> CLASSES = List.of(LabelClass.values());

    private final Random random;

    public RandomRuns(long seed) {
        this.random = new Random(seed);
    }

    public PrintRunLabels labels(int count) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        PrintRun run = new PrintRun(
                new ConsortiumId("demo-52"),
                CLASSES.get(random.nextInt(CLASSES.size())),
                gtin(),
                lot(),
                new RunNumber(digits(8)),
                count);
        return new PrintRunLabels(run, RunSecret.of(secret));
    }

    public Gtin gtin() {
        String twelve = "0952" + digits(9);
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return new Gtin(twelve + (10 - sum % 10) % 10);
    }

    public Lot lot() {
        int length = 1 + random.nextInt(20);
        StringBuilder lot = new StringBuilder();
        for (int i = 0; i < length; i++) {
            boolean inside = i > 0 && i < length - 1;
            lot.append(inside && random.nextInt(6) == 0 ? '-' : LOT_ENDS.charAt(random.nextInt(LOT_ENDS.length())));
        }
        return new Lot(lot.toString());
    }

    public Origin origin() {
        StringBuilder host = new StringBuilder("https://");
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            host.append((char) ('a' + random.nextInt(26)));
        }
        return new Origin(host + ".example");
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
