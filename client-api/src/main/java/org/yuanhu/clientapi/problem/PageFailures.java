package org.yuanhu.clientapi.problem;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.yuanhu.clientapi.ledger.submit.LedgerUnavailableException;

/** What a page shows when its controller fails in a way it did not foresee. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
final class PageFailures {
    private static final Logger LOG = LoggerFactory.getLogger(PageFailures.class);

    @ExceptionHandler
    ModelAndView failed(Exception failure, Locale locale) {
        HttpStatus status = status(failure);
        if (SilentDatabase.isCauseOf(failure)) {
            LOG.warn("The database does not answer: {}", FailurePlace.of(failure));
            return ErrorAnswers.page(status, SilentDatabase.SAYS, locale);
        }
        if (status.is5xxServerError()) {
            LOG.error("{}", FailurePlace.of(failure));
        }
        return FullDisk.isCauseOf(failure)
                ? ErrorAnswers.page(status, FullDisk.SAYS, locale)
                : ErrorAnswers.page(status, locale);
    }

    private static HttpStatus status(Exception failure) {
        if (failure instanceof LedgerUnavailableException
                || SilentDatabase.isCauseOf(failure)
                || FullDisk.isCauseOf(failure)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (UnreadableRequest.isCauseOf(failure)) {
            return HttpStatus.BAD_REQUEST;
        }
        return failure instanceof ErrorResponse answer
                ? HttpStatus.valueOf(answer.getStatusCode().value())
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
