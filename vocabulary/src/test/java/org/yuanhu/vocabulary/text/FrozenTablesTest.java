package org.yuanhu.vocabulary.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Makes the tables of characters again, with ICU 68, which knows exactly Unicode 13, and holds the files against them.
 *
 * <p>{@code -Dtest=FrozenTablesTest -Dtables.write=true} writes them. Once a ledger runs they do not change: names it has taken would
 * be refused, or refused ones taken.
 */
class FrozenTablesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/yuanhu/vocabulary/text");
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final SpoofChecker CONFUSABLE = new SpoofChecker.Builder().build();

    /** They have no property that says so: Braille without a dot, object and replacement characters, an empty note, a filler. */
    private static final Set<Integer> SHOW_NOTHING = Set.of(0x2800, 0xFFFC, 0xFFFD, 0x1D159, 0x16FE4);

    /** Ideographs that differ by the length of a stroke, which UTS 39 tells apart; each to the commonest of its kind. */
    private static final Map<Integer, String> STROKES = Map.ofEntries(
            Map.entry(0x66F0, "日"), // 曰
            Map.entry(0x5DF1, "已"), // 己
            Map.entry(0x5DF3, "已"), // 巳
            Map.entry(0x58EB, "土"), // 士
            Map.entry(0x672B, "未"), // 末
            Map.entry(0x5165, "人"), // 入
            Map.entry(0x620C, "戊"), // 戌
            Map.entry(0x620D, "戊"), // 戍
            Map.entry(0x5E72, "千"), // 干
            Map.entry(0x6C68, "汩"), // 汨
            Map.entry(0x5929, "夭")); // 天

    @Test
    void icuKnowsTheUnicodeThatTheTablesAreOf() {
        assertThat(UCharacter.getUnicodeVersion()).isEqualTo(VersionInfo.getInstance(13, 0));
    }

    @Test
    void assignedAreTheCodePointsOfUnicode13() throws IOException {
        holds("assigned.txt", """
                # The code points assigned in Unicode 13.0.0: all but unassigned ones, surrogates and private use.
                # Made and held by FrozenTablesTest; never to be changed.
                """ + ranges(FrozenTablesTest::isAssigned));
    }

    @Test
    void assignedAreTheCodePointsThatJava17Knows() {
        assumeThat(Runtime.version().feature()).isEqualTo(17);
        CodePoints assigned = CodePoints.of("assigned.txt");

        assertThat(everyCodePoint().filter(codePoint -> assigned.contains(codePoint) != isAssignedInJava(codePoint)))
                .isEmpty();
    }

    @Test
    void unseenAreThoseThatShowNothingOrChangeHowOthersAreShown() throws IOException {
        holds("unseen.txt", """
                # Assigned in Unicode 13.0.0 and allowed in no text: controls, formats, separators but U+0020, what is ignored by
                # default (fillers, variation selectors, tags), and a few that show nothing.
                # Made and held by FrozenTablesTest; never to be changed.
                """ + ranges(FrozenTablesTest::isUnseen));
    }

    @Test
    void lookAlikesAreMadeOfUnicodesFoldingsAndConfusables() throws IOException {
        String lines = everyCodePoint()
                .filter(codePoint -> isAssigned(codePoint) && !isUnseen(codePoint))
                .filter(codePoint -> NFD.isNormalized(Character.toString(codePoint)))
                .filter(codePoint -> !form(codePoint).equals(Character.toString(codePoint)))
                .mapToObj(codePoint -> hex(codePoint) + ">"
                        + form(codePoint)
                                .codePoints()
                                .mapToObj(FrozenTablesTest::hex)
                                .collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining());
        holds("look-alikes.txt", """
                # What a code point of Unicode 13.0.0 looks like: compatibility and case folded, confusables of UTS 39 made one, blanks
                # and punctuation gone. Data of Unicode, Inc. (unicode.org/license.txt) as ICU 68 has them, and a few strokes of our own.
                # Made and held by FrozenTablesTest; never to be changed.
                """ + lines);
    }

    @Test
    void everyJavaAgreesAboutTheNormalFormOfWhatIsAllowed() {
        List<String> different = everyCodePoint()
                .filter(PlainText::mayHave)
                .mapToObj(Character::toString)
                .filter(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC) != NFC.isNormalized(text)
                        || !Normalizer.normalize(text, Normalizer.Form.NFC).equals(NFC.normalize(text)))
                .toList();
        assertThat(different).isEmpty();
    }

    private static String form(int codePoint) {
        String form = folded(Character.toString(codePoint));
        int upper = UCharacter.toUpperCase(codePoint);
        if (upper != codePoint && !isAscii(form)) { // a small letter whose capital has a twin
            String ofUpper = folded(Character.toString(upper));
            form = isAscii(ofUpper) ? ofUpper : form;
        }
        String seen = form.codePoints()
                .filter(part -> !isBlankOrPunctuation(part))
                .mapToObj(
                        part -> part == 'i' || part == '1' ? "l" : STROKES.getOrDefault(part, Character.toString(part)))
                .collect(Collectors.joining());
        return NFD.normalize(seen);
    }

    private static String folded(String text) {
        String before = text;
        for (int round = 0; round < 8; round++) {
            String after = UCharacter.foldCase(CONFUSABLE.getSkeleton(NFKC.normalize(before)), true);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw new IllegalStateException("no end for " + text);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isBlankOrPunctuation(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.SPACE_SEPARATOR,
                    UCharacterCategory.CONNECTOR_PUNCTUATION,
                    UCharacterCategory.DASH_PUNCTUATION,
                    UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.OTHER_PUNCTUATION,
                    UCharacterCategory.MODIFIER_SYMBOL -> true;
            default -> UCharacter.hasBinaryProperty(codePoint, UProperty.QUOTATION_MARK);
        };
    }

    private static boolean isUnseen(int codePoint) {
        boolean byCategory = switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.CONTROL,
                    UCharacterCategory.FORMAT,
                    UCharacterCategory.LINE_SEPARATOR,
                    UCharacterCategory.PARAGRAPH_SEPARATOR -> true;
            case UCharacterCategory.SPACE_SEPARATOR -> codePoint != ' ';
            default -> false;
        };
        boolean isIgnored = isAssigned(codePoint)
                && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        return byCategory || isIgnored || SHOW_NOTHING.contains(codePoint);
    }

    private static boolean isAssigned(int codePoint) {
        int type = UCharacter.getType(codePoint);
        return type != UCharacterCategory.UNASSIGNED
                && type != UCharacterCategory.SURROGATE
                && type != UCharacterCategory.PRIVATE_USE;
    }

    private static boolean isAssignedInJava(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.UNASSIGNED && type != Character.SURROGATE && type != Character.PRIVATE_USE;
    }

    private static String ranges(IntPredicate in) {
        StringBuilder ranges = new StringBuilder();
        for (int first = 0; first <= Character.MAX_CODE_POINT; first++) {
            if (in.test(first)) {
                int last = first;
                while (last < Character.MAX_CODE_POINT && in.test(last + 1)) {
                    last++;
                }
                ranges.append(hex(first))
                        .append(first == last ? "" : "-" + hex(last))
                        .append('\n');
                first = last;
            }
        }
        return ranges.toString();
    }

    private static IntStream everyCodePoint() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT);
    }

    private static String hex(int codePoint) {
        return String.format("%04X", codePoint);
    }

    private static void holds(String name, String expected) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("tables.write")) {
            Files.writeString(file, expected);
            return;
        }
        assertThat(Files.readString(file).replace("\r\n", "\n").equals(expected))
                .as(name)
                .isTrue();
    }
}
