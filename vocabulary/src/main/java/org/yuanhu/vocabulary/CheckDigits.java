package org.yuanhu.vocabulary;

/** The three check characters in use. */
public final class CheckDigits {
    /** GB 32100-2015: digits and upper-case letters without I, O, S, V and Z; a character's value is its position. */
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckDigits() {}

    /** GS1 General Specifications 7.9: weights 3 and 1 from the right, complement to ten. */
    public static int gs1(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }

    /** ISO/IEC 7064 MOD 11,10, the hybrid system for digits: it finds every single wrong digit and nearly every swap of neighbours. */
    public static int mod11And10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    /** GB 32100-2015: weights 3^(i-1) mod 31 over the first 17 characters, complement to 31. */
    public static char credit(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += CREDIT_ALPHABET.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
