package org.yuanhu.clientapi.user;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.yuanhu.clientapi.problem.ProblemWriter;
import org.yuanhu.clientapi.problem.SignInFailures;

/**
 * What is open to everybody, and how others sign in.
 *
 * <p>The API and the metrics take bearer tokens and keep no session, so no page of another site can use them. Pages take a form
 * sign-in; to who has not signed in a page that is not open is as one that is not there. A buyer's pages ({@code /}, {@code /01/…}) and the description of the API are open; everything not named is closed.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] OPEN_PAGES = {
        "/", "/01/**", "/css/**", "/js/**", "/images/**", "/favicon.ico", "/error", "/sign-in"
    };
    private static final String[] API_DESCRIPTION = {
        "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html"
    };
    private static final String[] HEALTH = {"/actuator/health/**", "/actuator/info"};

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, TokenIntrospector introspector, ProblemWriter problems)
            throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/tokens")
                        .permitAll()
                        .requestMatchers(HEALTH)
                        .permitAll()
                        .requestMatchers("/api/v1/users/**", "/api/v1/read-model/rebuild")
                        .hasAuthority(SignedIn.ADMINISTRATOR)
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.opaqueToken(token -> token.introspector(introspector))
                        .authenticationEntryPoint((request, response, e) -> unknown(problems, request, response, e)))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, e) -> unknown(problems, request, response, e))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, "forbidden")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers(API_DESCRIPTION)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        (request, response, e) -> response.sendError(HttpStatus.NOT_FOUND.value()),
                        AnyRequestMatcher.INSTANCE))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.failureHandler(new SignInFailures("/login?error")))
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthenticationManager passwords(SignedInUsers users, PasswordEncoder encoder) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(encoder);
        return new ProviderManager(provider);
    }

    private static void unknown(
            ProblemWriter problems, HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TokensUnavailableException) {
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "database.silent");
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(request, response, HttpStatus.UNAUTHORIZED, "sign-in.needed");
    }
}
