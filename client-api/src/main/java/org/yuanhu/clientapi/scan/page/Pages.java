package org.yuanhu.clientapi.scan.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.yuanhu.clientapi.scan.document.Scan;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.vocabulary.rule.RuleText;

/**
 * The pages a buyer sees, as HTML. Everything that came from outside is written as text, never as markup; the pages need no script and
 * load nothing but one style sheet and one icon of this server.
 */
public final class Pages {
    private final ITemplateEngine engine;
    private final MessageSource messages;
    private final LedgerFacts.Kind ledger;
    private final int organisations;
    private final int quorum;

    /**
     * @param engine finds {@code scan/label} and the others, and the sentences in them
     * @param messages the same sentences
     * @param ledger who keeps it, which every page says at its foot
     * @param organisations of the consortium
     * @param quorum how many of them must agree
     */
    public Pages(
            ITemplateEngine engine, MessageSource messages, LedgerFacts.Kind ledger, int organisations, int quorum) {
        this.engine = engine;
        this.messages = messages;
        this.ledger = ledger;
        this.organisations = organisations;
        this.quorum = quorum;
    }

    public Phrases phrases(Language language) {
        return new Phrases(language, messages);
    }

    /**
     * The story of a label.
     *
     * @param host whom the reader asked
     */
    public String label(Scan scan, String host, Language language) {
        String path = scan.label().text();
        return render(
                "scan/label",
                new LabelPage(
                        language.tag(),
                        path + "?lang=zh",
                        path + "?lang=en",
                        StoryTeller.tell(scan, host, phrases(language))),
                language);
    }

    /** Why there is none. */
    public String refused(ScanRefusedException refused, Language language) {
        Phrases phrases = phrases(language);
        String key = "refused." + refused.reason().key();
        String says = switch (refused.reason()) {
            case TOO_MANY -> phrases.say(key + ".says", refused.waitSeconds());
            case MISMATCH -> phrases.say(key + ".says", phrases.say(key + "." + mismatched(refused)));
            default -> phrases.say(key + ".says");
        };
        String rule = refused.rule()
                .map(known -> known.rule().id() + ": "
                        + RuleText.of(language.locale()).say(known))
                .orElse(null);
        return render(
                "scan/refused",
                new RefusedPage(
                        language.tag(),
                        "?lang=zh",
                        "?lang=en",
                        phrases.say(key),
                        says,
                        refused.reason().passes(),
                        refused.reason() != ScanRefusedException.Reason.MISMATCH,
                        advice(refused.reason(), phrases),
                        rule),
                language);
    }

    /** Where the 20 digits are typed; after a mistake, with what was typed and what is wrong with it. */
    public String type(@Nullable TypedSerial tried, Language language) {
        TypedSerial.Mistake mistake = tried == null ? null : tried.mistake();
        return render(
                "scan/type",
                new TypePage(
                        language.tag(),
                        "/?lang=zh",
                        "/?lang=en",
                        tried == null ? "" : tried.typed(),
                        mistake == null
                                ? null
                                : phrases(language)
                                        .say(
                                                "type." + mistake.key(),
                                                mistake.arguments().toArray())),
                language);
    }

    private String render(String template, Object page, Language language) {
        String foot = ledger == LedgerFacts.Kind.FABRIC ? "foot.network" : "foot.machine";
        return engine.process(
                template,
                new Context(
                        language.locale(),
                        Map.of("page", page, "foot", phrases(language).say(foot, organisations, quorum))));
    }

    private static List<String> advice(ScanRefusedException.Reason reason, Phrases phrases) {
        return switch (reason) {
            case ADDRESS, MISTYPED ->
                List.of(phrases.say("refused.address.again"), phrases.say("refused.address.number"));
            case UNKNOWN -> List.of(phrases.say("refused.unknown.compare"), phrases.say("refused.unknown.buy"));
            case MISMATCH -> List.of(phrases.say("refused.unknown.buy"));
            case LEDGER -> List.of(phrases.say("refused.ledger.wait"));
            case PENDING, TOO_MANY -> List.of();
        };
    }

    /** Which part of the address is another than the ledger's. */
    private static String mismatched(ScanRefusedException refused) {
        return refused.rule()
                .map(known -> known.arguments().get("field"))
                .filter(field -> field.equals("gtin") || field.equals("lot"))
                .map(Object::toString)
                .orElse("root");
    }

    record LabelPage(String language, String inChinese, String inEnglish, LabelStory story) {}

    record RefusedPage(
            String language,
            String inChinese,
            String inEnglish,
            String title,
            String says,
            boolean passes,
            boolean typing,
            List<String> advice,
            @Nullable String rule) {}

    record TypePage(
            String language,
            String inChinese,
            String inEnglish,
            String typed,
            @Nullable String error) {}
}
