package org.yuanhu.chaincode.testledger;

import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;

/** Well-formed codes that belong to nobody. */
public final class Codes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private Codes() {}

    /** The n-th credit code of 黎平县, 0 to 9999. */
    public static CreditCode cooperative(int n) {
        return cooperative("522631", n);
    }

    /** The n-th credit code registered in a place, 0 to 9999; check character by GB 32100-2015. */
    public static CreditCode cooperative(String registeredIn, int n) {
        String body = "93" + registeredIn + "MA000" + "%04d".formatted(n);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        return new CreditCode(body + ALPHABET.charAt((31 - sum % 31) % 31));
    }

    /** The n-th GTIN of cooperative A, 0 to 9999, under GS1's example prefix 952. */
    public static Gtin gtin(int n) {
        return gtin(World.PREFIX_A.value(), n);
    }

    /** The n-th GTIN, 0 to 9999, of a company with a prefix of eight digits. */
    public static Gtin gtin(String prefix, int n) {
        String body = "0" + prefix + "%04d".formatted(n);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return new Gtin(body + (10 - sum % 10) % 10);
    }

    /** The n-th household. */
    public static HouseholdId household(int n) {
        return new HouseholdId("%016x".formatted(n));
    }
}
