package org.yuanhu.clientapi.scan;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.clientapi.problem.Problem;
import org.yuanhu.clientapi.scan.address.LabelAddress;
import org.yuanhu.clientapi.scan.document.Scan;
import org.yuanhu.clientapi.scan.document.ScanDocument;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;
import org.yuanhu.clientapi.scan.limit.AddressPrefix;
import org.yuanhu.clientapi.scan.page.Language;
import org.yuanhu.clientapi.scan.page.Pages;
import org.yuanhu.clientapi.scan.page.Phrases;
import org.yuanhu.clientapi.scan.page.TypedSerial;
import org.yuanhu.clientapi.scan.resolver.Resolver;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A label's address, and the page where its 20 digits are typed.
 *
 * <p>An address answers as a page, or as JSON to who accepts {@code application/json} better. One label has one address; another
 * spelling of it leads there, and what is none, also a percent-encoding of it, is refused before anything is looked up. What share
 * links and advertising append as a query says nothing about the label and is ignored.
 */
@RestController
@Hidden // the OpenAPI document describes /api/v1; a label's address is described in docs/formats.md
final class ScanController {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Pattern LANG = Pattern.compile("(?:^|&)lang=(zh|en)(?=&|$)");

    private final Resolver resolver;
    private final Pages pages;

    ScanController(Resolver resolver, Pages pages) {
        this.resolver = resolver;
        this.pages = pages;
    }

    /** What the ledger attests of the label whose address this is. */
    @GetMapping({"/01/**", "/gtin/**"})
    ResponseEntity<?> label(HttpServletRequest request) {
        LabelAddress address = address(request);
        if (!address.literal()) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create(address.path().text()))
                    .build();
        }
        LabelPath label = address.path();
        Scan scan = resolver.resolve(label, asker(request));
        if (wantsJson(request)) {
            return unkept(ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON))
                    .body(ScanDocument.of(scan));
        }
        return unkept(ResponseEntity.ok().contentType(HTML))
                .body(pages.label(scan, request.getServerName(), language(request)));
    }

    /** Where the 20 digits are typed. */
    @GetMapping("/")
    ResponseEntity<String> type(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .headers(ScanController::varies)
                .body(pages.type(null, language(request)));
    }

    /** Older browsers ask for it by this name whatever the page says. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon() {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create("/assets/yuanhu.svg"))
                .build();
    }

    /** Leads from 20 digits to the label's address, or says what is wrong with them. */
    @GetMapping("/find")
    ResponseEntity<String> find(@RequestParam(defaultValue = "") String serial, HttpServletRequest request) {
        TypedSerial typed = TypedSerial.read(serial);
        Language language = language(request);
        if (typed.asSerial().isEmpty()) {
            return unkept(ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                            .contentType(HTML))
                    .body(pages.type(typed, language));
        }
        LabelPath label = resolver.find(typed.asSerial().get(), asker(request));
        return unkept(ResponseEntity.status(HttpStatus.SEE_OTHER))
                .location(URI.create(label.text() + "?lang=" + language.tag()))
                .build();
    }

    /** Says why there is no story, as a page or as problem details. */
    @ExceptionHandler
    ResponseEntity<?> refused(ScanRefusedException refused, HttpServletRequest request) {
        Language language = language(request);
        ResponseEntity.BodyBuilder answer =
                unkept(ResponseEntity.status(refused.reason().status()));
        if (refused.waitSeconds() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(refused.waitSeconds()));
        }
        return wantsJson(request)
                ? answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem(refused, language))
                : answer.contentType(HTML).body(pages.refused(refused, language));
    }

    private ProblemDetail problem(ScanRefusedException refused, Language language) {
        Phrases phrases = pages.phrases(language);
        String key = "refused." + refused.reason().key();
        ProblemDetail problem = refused.rule()
                .map(rule -> Problem.of(rule, language.locale()))
                .orElseGet(() -> Problem.of(
                        refused.reason().status(),
                        phrases.say(key + ".says", refused.waitSeconds()),
                        language.locale()));
        problem.setStatus(refused.reason().status());
        problem.setTitle(phrases.say(key));
        return problem;
    }

    /** The path as it came over the wire; the query plays no part. */
    private static LabelAddress address(HttpServletRequest request) {
        try {
            return LabelAddress.read(request.getRequestURI());
        } catch (RefusedException refused) {
            throw ScanRefusedException.of(
                    refused.rule() == Rule.FM_07
                            ? ScanRefusedException.Reason.MISTYPED
                            : ScanRefusedException.Reason.ADDRESS,
                    refused);
        }
    }

    private static AddressPrefix asker(HttpServletRequest request) {
        return AddressPrefix.of(request.getRemoteAddr());
    }

    private static Language language(HttpServletRequest request) {
        return Language.of(asked(request.getQueryString()), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Read by itself, so that a query nobody can decode does not hide the label. */
    private static @Nullable String asked(@Nullable String query) {
        Matcher lang = LANG.matcher(query == null ? "" : query);
        return lang.find() ? lang.group(1) : null;
    }

    /** Whether JSON is accepted better than HTML; a browser, and who says nothing, gets the page. */
    private static boolean wantsJson(HttpServletRequest request) {
        return quality(request, MediaType.APPLICATION_JSON) > quality(request, MediaType.TEXT_HTML);
    }

    private static double quality(HttpServletRequest request, MediaType type) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(range -> range.includes(type) && !range.isWildcardType())
                    .mapToDouble(MediaType::getQualityValue)
                    .max()
                    .orElse(0);
        } catch (InvalidMediaTypeException malformed) {
            return 0;
        }
    }

    /** A story is of this moment and may hold a name: no cache keeps it. */
    private static ResponseEntity.BodyBuilder unkept(ResponseEntity.BodyBuilder answer) {
        return answer.cacheControl(CacheControl.noStore()).headers(ScanController::varies);
    }

    private static void varies(HttpHeaders headers) {
        headers.setVary(List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE));
    }
}
