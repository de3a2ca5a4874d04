package org.yuanhu.clientapi.observe;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request an id, taken from {@code X-Request-Id} if that is harmless, and answers with it. Every log line of the request
 * carries it. One line a request says method, route, status and duration: the route's pattern, never the path, query or content,
 * in which people might be named.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestId extends OncePerRequestFilter {
    /** The header of the request and of the answer. */
    public static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final Logger LOG = LoggerFactory.getLogger(RequestId.class);
    private static final Pattern HARMLESS = Pattern.compile("[0-9A-Za-z-]{8,64}");

    /** The id of the request this thread serves; a fresh one outside of any. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        long start = System.nanoTime();
        MDC.put(KEY, id);
        response.setHeader(HEADER, id);
        try {
            chain.doFilter(request, response);
        } finally {
            LOG.info(
                    "{} {} {} in {} ms",
                    request.getMethod(),
                    route(request),
                    response.getStatus(),
                    (System.nanoTime() - start) / 1_000_000);
            MDC.remove(KEY);
        }
    }

    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no route)" : pattern.toString();
    }
}
