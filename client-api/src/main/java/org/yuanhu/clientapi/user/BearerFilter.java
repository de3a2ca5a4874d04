package org.yuanhu.clientapi.user;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yuanhu.clientapi.problem.ProblemWriter;

/** Signs a request in by its bearer token. A request without one, or with a wrong one, goes on as nobody's. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final SignedInUsers users;
    private final ProblemWriter problems;

    BearerFilter(Tokens tokens, SignedInUsers users, ProblemWriter problems) {
        this.tokens = tokens;
        this.users = users;
        this.problems = problems;
    }

    /** The token of the request, if it sends one. */
    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            token(request)
                    .flatMap(tokens::userOf)
                    .map(users::loadUserByUsername)
                    .filter(UserDetails::isEnabled)
                    .ifPresent(BearerFilter::signIn);
        } catch (DataAccessException silent) {
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "database.silent");
            return;
        }
        chain.doFilter(request, response);
    }

    private static void signIn(UserDetails user) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
    }
}
