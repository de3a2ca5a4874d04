package org.yuanhu.vocabulary.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LimitsDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([0-9]+) \\| .+ \\|$");
    private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\.?/[^)#]+)\\)");

    @Test
    void theTableOfTheFormatsListsEveryLimitWithItsNumber() throws IOException, IllegalAccessException {
        Map<String, Long> inCode = new TreeMap<>();
        for (Field field : Limits.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                inCode.put(field.getName(), field.getLong(null));
            }
        }
        Map<String, Long> inDocument = new TreeMap<>();
        Matcher row = ROW.matcher(document());
        while (row.find()) {
            inDocument.put(row.group(1), Long.valueOf(row.group(2)));
        }

        assertThat(inDocument).isEqualTo(inCode);
    }

    @Test
    void filesTheFormatsPointToAreThere() throws IOException {
        Matcher link = LINK.matcher(document());
        int links = 0;
        while (link.find()) {
            links++;
            assertThat(Path.of("../docs").resolve(link.group(1))).exists();
        }
        assertThat(links).isPositive();
    }

    @Test
    void aNumberAboveItsLimitIsRefused() {
        Limits.mustHold("lines", 500, Limits.LINES_A_SHEET);
        assertThatThrownBy(() -> Limits.mustHold("lines", 501, Limits.LINES_A_SHEET))
                .hasMessage("FM-26 {\"field\":\"lines\",\"value\":501,\"limit\":500}");
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/formats.md"));
    }
}
