package org.yuanhu.clientapi.problem;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.RuleText;

/** Says in one sentence why the server does not start, where one of our rules refuses its configuration. */
final class RefusedAtStart extends AbstractFailureAnalyzer<RefusedException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, RefusedException refused) {
        return new FailureAnalysis(
                refused.rule().id() + ": " + RuleText.of(Locale.getDefault()).say(refused),
                "Correct the configuration of this field (application.yml, --yuanhu.…, or an environment variable).",
                refused);
    }
}
