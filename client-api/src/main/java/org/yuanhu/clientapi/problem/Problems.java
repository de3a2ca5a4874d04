package org.yuanhu.clientapi.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yuanhu.clientapi.ledger.submit.LedgerUnavailableException;
import org.yuanhu.clientapi.secret.MissingKeyException;
import org.yuanhu.consortium.enrolment.EnrolmentUnavailableException;
import org.yuanhu.vocabulary.rule.RefusedException;

/** Turns whatever a REST controller throws into problem details in the caller's language. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException refused, Locale locale) {
        return answer(Problem.of(refused, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> silent(LedgerUnavailableException failure, Locale locale) {
        LOG.warn("{}", failure.getMessage());
        return answer(Problem.saying(HttpStatus.SERVICE_UNAVAILABLE, "ledger.silent", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(AuthenticationException failure, Locale locale) {
        if (SilentDatabase.isCauseOf(failure)) {
            return databaseSilent(failure, locale);
        }
        return answer(Problem.saying(HttpStatus.UNAUTHORIZED, "sign-in.wrong", locale));
    }

    /** Where the issuer listens is the operator's to know. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> withoutIssuer(EnrolmentUnavailableException failure, Locale locale) {
        LOG.error("{}", failure.getMessage());
        return answer(Problem.saying(HttpStatus.SERVICE_UNAVAILABLE, "issuer.silent", locale));
    }

    /** The file's name is the operator's to know. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> withoutKey(MissingKeyException missing, Locale locale) {
        LOG.error("{}", missing.getMessage());
        return answer(Problem.saying(HttpStatus.SERVICE_UNAVAILABLE, "key.missing", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> withoutCertificate(NoIdentityException failure, Locale locale) {
        return answer(Problem.saying(HttpStatus.FORBIDDEN, "no-identity", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyRequestsException failure, Locale locale) {
        return answer(Problem.saying(HttpStatus.TOO_MANY_REQUESTS, "too-many", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException failure, Locale locale) {
        return answer(Problem.saying(HttpStatus.FORBIDDEN, "forbidden", locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(Exception failure, Locale locale) {
        if (SilentDatabase.isCauseOf(failure)) {
            return databaseSilent(failure, locale);
        }
        if (UnreadableRequest.isCauseOf(failure)) {
            return answer(Problem.saying(HttpStatus.BAD_REQUEST, "unreadable", locale));
        }
        LOG.error("{}", FailurePlace.of(failure));
        if (FullDisk.isCauseOf(failure)) {
            return answer(Problem.saying(HttpStatus.SERVICE_UNAVAILABLE, FullDisk.SAYS, locale));
        }
        return answer(Problem.saying(HttpStatus.INTERNAL_SERVER_ERROR, "broken", locale));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                ProblemDetail problem = Problem.of(refused, request.getLocale());
                return ResponseEntity.status(problem.getStatus())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem);
            }
        }
        return super.handleHttpMessageNotReadable(failure, headers, status, request);
    }

    /** Spring's own failures keep their status and get our members. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String detail = body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : known.getReasonPhrase();
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(known, detail, request.getLocale()));
    }

    private static ResponseEntity<ProblemDetail> databaseSilent(Exception failure, Locale locale) {
        LOG.warn("The database does not answer: {}", FailurePlace.of(failure));
        return answer(Problem.saying(HttpStatus.SERVICE_UNAVAILABLE, SilentDatabase.SAYS, locale));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
