package org.yuanhu.vocabulary.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rules, their sentences in both languages and {@code docs/rules.md} say the same. Run with {@code -Drules.write=true} to write the tables of
 * the document from the code.
 */
class RulesDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/rules.md");
    private static final String BEGIN = "<!-- tables: written from the code, see RulesDocumentTest -->\n";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9]*}");

    @Test
    void everyRuleHasASentenceInBothLanguagesAndNoSentenceIsWithoutARule() throws IOException {
        TreeSet<String> ids = Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.toCollection(TreeSet::new));

        assertThat(new TreeSet<>(sentences("en").stringPropertyNames())).isEqualTo(ids);
        assertThat(new TreeSet<>(sentences("zh").stringPropertyNames())).isEqualTo(ids);
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesNameTheSameFacts(Rule rule) {
        assertThat(placeholders(RuleText.of(Locale.CHINESE).sentence(rule)))
                .isEqualTo(placeholders(RuleText.of(Locale.ENGLISH).sentence(rule)));
    }

    @Test
    void theDocumentListsEveryRuleWithItsKindAndSentences() throws IOException {
        String document = Files.readString(DOCUMENT).replace("\r\n", "\n");
        String introduction = document.substring(0, document.indexOf(BEGIN) + BEGIN.length());
        String expected = introduction + tables();
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(DOCUMENT, expected);
            return;
        }
        List<String> missing = new ArrayList<>(expected.lines().toList());
        missing.removeAll(document.lines().toList());
        List<String> outdated = new ArrayList<>(document.lines().toList());
        outdated.removeAll(expected.lines().toList());
        assertThat(document.equals(expected))
                .as(
                        "docs/rules.md; write it with -Dtest=RulesDocumentTest -Drules.write=true. Missing: %s Outdated: %s",
                        missing, outdated)
                .isTrue();
    }

    private static String tables() {
        StringBuilder out = new StringBuilder();
        String family = "";
        for (Rule rule : Rule.values()) {
            if (!rule.id().startsWith(family) || family.isEmpty()) {
                family = rule.id().substring(0, 2);
                out.append("\n## ").append(family).append("\n\n| id | kind | English | 中文 |\n|---|---|---|---|\n");
            }
            out.append("| ").append(rule.id()).append(" | ").append(rule.kind());
            out.append(" | ").append(RuleText.of(Locale.ENGLISH).sentence(rule));
            out.append(" | ").append(RuleText.of(Locale.CHINESE).sentence(rule)).append(" |\n");
        }
        return out.toString();
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties sentences(String language) throws IOException {
        Properties sentences = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Rule.class.getResourceAsStream("rules_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
