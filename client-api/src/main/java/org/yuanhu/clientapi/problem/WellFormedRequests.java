package org.yuanhu.clientapi.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 400 to a request whose query or form is not well-formed ({@code ?%zz=1}, a multipart body without its boundary), before any
 * page or controller stumbles over it. A multipart body is not read here: who may send one is not known yet.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class WellFormedRequests extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!isMultipart(request)
                    && request.getParameterMap().keySet().stream().anyMatch(WellFormedRequests::hasControl)) {
                response.sendError(HttpStatus.BAD_REQUEST.value());
                return;
            }
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !UnreadableRequest.isCauseOf(failure)) {
                throw failure;
            }
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean hasControl(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }
}
