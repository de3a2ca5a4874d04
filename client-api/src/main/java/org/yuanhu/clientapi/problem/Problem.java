package org.yuanhu.clientapi.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.yuanhu.clientapi.observe.RequestId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.rule.RuleText;

/**
 * Problem details (RFC 9457). Beside the standard members: {@code rule}, {@code kind} and {@code arguments} of a refusal, and
 * {@code request}, the id to tell an operator.
 */
public final class Problem {
    private Problem() {}

    /** A refusal by a rule, in the sentence of that rule. */
    public static ProblemDetail of(RefusedException refused, Locale locale) {
        ProblemDetail problem = of(status(refused), RuleText.of(locale).say(refused), locale);
        problem.setType(URI.create("urn:yuanhu:rule:" + refused.rule().id()));
        problem.setTitle(Messages.of(locale).title(refused.kind()));
        problem.setProperty("rule", refused.rule().id());
        problem.setProperty("kind", refused.kind().name());
        problem.setProperty("arguments", refused.arguments());
        return problem;
    }

    /** A failure that no rule of ours describes. */
    public static ProblemDetail of(HttpStatus status, String detail, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(Messages.of(locale).title(status));
        problem.setProperty("request", RequestId.current());
        return problem;
    }

    /** A failure that a sentence of {@link Messages} describes. */
    public static ProblemDetail saying(HttpStatus status, String key, Locale locale) {
        Messages messages = Messages.of(locale);
        ProblemDetail problem = of(status, messages.say(key), locale);
        problem.setTitle(messages.title(key, status));
        return problem;
    }

    /** The HTTP status of a refusal: by its kind, and 400 for what is no JSON at all. */
    public static HttpStatus status(RefusedException refused) {
        if (refused.rule() == Rule.DC_01) {
            return HttpStatus.BAD_REQUEST;
        }
        return switch (refused.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT, STALE -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case INVALID, BALANCE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
