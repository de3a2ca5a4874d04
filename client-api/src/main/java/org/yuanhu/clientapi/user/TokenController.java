package org.yuanhu.clientapi.user;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yuanhu.clientapi.problem.TooManyRequestsException;

/** Signing in to the API. */
@RestController
@RequestMapping("/api/v1")
class TokenController {
    private final AuthenticationManager passwords;
    private final Tokens tokens;
    private final SignInAttempts attempts = new SignInAttempts(InstantSource.system());

    TokenController(AuthenticationManager passwords, Tokens tokens) {
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /** Exchanges name and password for a bearer token. */
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Exchange name and password for a bearer token")
    @SecurityRequirements
    Tokens.Token signIn(@RequestBody SignIn signIn, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        if (!attempts.mayTry(address, signIn.name())) {
            throw new TooManyRequestsException();
        }
        try {
            Authentication signedIn = passwords.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(signIn.name(), signIn.password()));
            attempts.succeeded(address, signIn.name());
            return tokens.issue(signedIn.getName());
        } catch (AuthenticationException wrong) {
            attempts.failed(address, signIn.name());
            throw wrong;
        }
    }

    /** Ends the token this request is sent with. */
    @DeleteMapping("/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the token this request is sent with")
    void signOut(BearerTokenAuthentication user) {
        tokens.end(user.getToken().getTokenValue());
    }

    /** Who this request is from, and what the certificate says. */
    @GetMapping("/me")
    @Operation(summary = "Who this request is from")
    Me me(Authentication user) {
        return new Me(
                user.getName(),
                user.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }

    record SignIn(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    record Me(String name, List<String> roles) {}
}
