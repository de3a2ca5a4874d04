package org.yuanhu.clientapi.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence which key the server misses, instead of a stack. */
final class MissingKeyAnalysis extends AbstractFailureAnalyzer<MissingKeyException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, MissingKeyException missing) {
        return new FailureAnalysis(String.valueOf(missing.getMessage()), null, missing);
    }
}
