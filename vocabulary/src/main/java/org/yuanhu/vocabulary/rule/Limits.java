package org.yuanhu.vocabulary.rule;

/** Every limit, once. The table of {@code docs/formats.md} is held against these constants by a test. */
public final class Limits {
    /** Lines of one intake sheet. */
    public static final int LINES_A_SHEET = 500;
    /** Intake lines one batch is packed from. */
    public static final int LINES_A_BATCH = 1_000;
    /** Sheets those lines stand on. */
    public static final int SHEETS_A_BATCH = 40;
    /** Bytes of those sheets' documents together, 2 MiB: packing reads them whole. */
    public static final int SHEET_BYTES_A_BATCH = 2_097_152;
    /** Batches a batch descends from, all generations together. */
    public static final int ANCESTORS_A_BATCH = 512;
    /** Counties a batch's goods come from. */
    public static final int COUNTIES_A_BATCH = 16;
    /** Households a batch names by id; beyond, it carries their count and a digest. */
    public static final int HOUSEHOLDS_BY_ID = 20;
    /** Allotments in one page of one cooperative, commodity and season. */
    public static final int HOUSEHOLDS_A_PAGE = 200;
    /** Labels of one print run; an index has five digits. */
    public static final int LABELS_A_RUN = 100_000;
    /** Bytes of one act's JSON, 256 KiB. */
    public static final int ACT_BYTES = 262_144;
    /** Bytes of what a read answers at once, 1 MiB; a bookmark leads on. */
    public static final int ANSWER_BYTES = 1_048_576;
    /** Days that may lie between the day something happened and the transaction that records it. */
    public static final int DAYS_BACK = 30;
    /** The largest value of a quantity, in its unit: 10^15. */
    public static final long QUANTITY = 1_000_000_000_000_000L;
    /** Characters of a lot. */
    public static final int LOT_CHARACTERS = 20;
    /** Characters of a client-made id: act, scheme, recognition. */
    public static final int ID_CHARACTERS = 64;
    /** Characters of a commodity code or a consortium id. */
    public static final int CODE_CHARACTERS = 32;
    /** Bytes of one spreadsheet that is imported, 8 MiB. */
    public static final int IMPORT_BYTES = 8_388_608;
    /** Rows of one spreadsheet that is imported, without its header. */
    public static final int IMPORT_ROWS = 20_000;
    /** Characters of a wrong value that a refusal repeats. */
    public static final int REFUSED_VALUE_CHARACTERS = 64;

    private Limits() {}

    /**
     * Refuses a number above its limit.
     *
     * @throws RefusedException FM-26
     */
    public static void mustHold(String field, long value, long limit) {
        if (value > limit) {
            throw RefusedException.by(Rule.FM_26)
                    .with("field", field)
                    .with("value", value)
                    .with("limit", limit)
                    .build();
        }
    }
}
