package org.yuanhu.clientapi.port;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a busy port in one sentence instead of a stack. */
final class BusyPortAnalysis extends AbstractFailureAnalyzer<BusyPortException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, BusyPortException busy) {
        return new FailureAnalysis(String.valueOf(busy.getMessage()), null, busy);
    }
}
