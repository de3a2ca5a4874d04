package org.yuanhu.clientapi.scan.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.yuanhu.clientapi.scan.address.LabelAddress;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Answers addresses that the security filters turn away before any controller sees them, such as one with a double slash or a
 * semicolon: somebody who scanned a damaged label is told so on a page.
 */
public final class RejectedAddressHandler implements RequestRejectedHandler {
    private final Pages pages;
    private final String contentPolicy;

    public RejectedAddressHandler(Pages pages, String contentPolicy) {
        this.pages = pages;
        this.contentPolicy = contentPolicy;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        String path = String.valueOf(request.getRequestURI());
        Optional<LabelPath> meant = meant(path);
        if (meant.isPresent()) {
            response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
            response.setHeader(HttpHeaders.LOCATION, meant.get().text());
            return;
        }
        if (!path.startsWith("/01")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        ScanRefusedException refused = ScanRefusedException.of(
                ScanRefusedException.Reason.ADDRESS,
                RefusedException.by(Rule.FM_20)
                        .with("field", "path")
                        .with("value", path)
                        .build());
        Language language = Language.of(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setStatus(refused.reason().status().value());
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(pages.refused(refused, language));
    }

    /** The label that an address with a slash too many stands for. */
    private static Optional<LabelPath> meant(String path) {
        try {
            return Optional.of(LabelAddress.read(path).path());
        } catch (RefusedException noLabel) {
            return Optional.empty();
        }
    }
}
