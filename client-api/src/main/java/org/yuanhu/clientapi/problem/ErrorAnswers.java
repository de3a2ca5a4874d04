package org.yuanhu.clientapi.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.yuanhu.clientapi.observe.RequestId;

/** What is answered where no controller was reached: a small page for a browser, problem details for everyone else. */
@Controller
@RequestMapping("/error")
final class ErrorAnswers implements ErrorController {
    private static final String SAID = ErrorAnswers.class.getName() + ".said";

    /** Ends a request that reached no controller with a sentence of {@link Messages}, as a page or as problem details. */
    static void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        request.setAttribute(SAID, key);
        response.sendError(status.value());
    }

    static ModelAndView page(HttpStatus status, Locale locale) {
        return page(status, key(status), locale);
    }

    static ModelAndView page(HttpStatus status, String key, Locale locale) {
        return new ModelAndView(
                "error",
                Map.of(
                        "language", locale.getLanguage(),
                        "title", Messages.of(locale).title(key, status),
                        "detail", Messages.of(locale).say(key),
                        "request", RequestId.current()),
                status);
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        return page(status, said(request, status), locale);
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request, Locale locale) {
        HttpStatus status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.saying(status, said(request, status), locale));
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return known == null ? HttpStatus.NOT_FOUND : known;
    }

    private static String said(HttpServletRequest request, HttpStatus status) {
        return request.getAttribute(SAID) instanceof String key ? key : key(status);
    }

    private static String key(HttpStatus status) {
        if (status == HttpStatus.BAD_REQUEST) {
            return "unreadable";
        }
        if (status == HttpStatus.NOT_FOUND) {
            return "not-found";
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            return "ledger.silent";
        }
        return status.is5xxServerError() ? "broken" : "refused";
    }
}
