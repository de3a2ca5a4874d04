package org.yuanhu.clientapi.scan;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.yuanhu.clientapi.label.RunSecrets;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.LedgerConnection;
import org.yuanhu.clientapi.ledger.connection.MspDefinitions;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.scan.limit.GuessLimit;
import org.yuanhu.clientapi.scan.limit.RunGuesses;
import org.yuanhu.clientapi.scan.page.Pages;
import org.yuanhu.clientapi.scan.page.RejectedAddressHandler;
import org.yuanhu.clientapi.scan.resolver.CurrentTrust;
import org.yuanhu.clientapi.scan.resolver.Resolver;
import org.yuanhu.consortium.Consortium;

/** Puts the buyer's side together: open to everybody, without session or cookie, and closed against whatever a page could load. */
@Configuration(proxyBeanMethods = false)
class ScanConfiguration {
    private static final String[] BUYERS = {
        "/", "/find", "/01/**", "/gtin/**", "/assets/**", "/robots.txt", "/favicon.ico"
    };
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";

    @Bean
    Resolver resolver(
            RunSecrets secrets,
            Ledger ledger,
            ServerIdentity server,
            Consortium consortium,
            MspDefinitions mspDefinitions,
            LedgerConnection connection,
            MeterRegistry metrics) {
        return new Resolver(
                secrets,
                ledger,
                connection.kind(),
                server,
                consortium,
                new CurrentTrust(consortium, mspDefinitions),
                new GuessLimit(System::nanoTime),
                new RunGuesses(System::nanoTime),
                InstantSource.system(),
                metrics);
    }

    @Bean
    Pages buyersPages(
            SpringTemplateEngine engine, MessageSource messages, LedgerConnection connection, Consortium consortium) {
        return new Pages(
                engine,
                messages,
                connection.kind(),
                consortium.organisations().size(),
                consortium.policy().organisations());
    }

    @Bean
    RequestRejectedHandler rejectedAddresses(Pages pages) {
        return new RejectedAddressHandler(pages, CONTENT_POLICY);
    }

    @Bean
    @Order(0)
    SecurityFilterChain buyers(HttpSecurity http) throws Exception {
        return http.securityMatcher(BUYERS)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .cacheControl(cache -> cache.disable()))
                .build();
    }
}
