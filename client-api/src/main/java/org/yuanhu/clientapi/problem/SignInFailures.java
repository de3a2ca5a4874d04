package org.yuanhu.clientapi.problem;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Leads back to the sign-in's form; but where the users cannot be looked up, nobody is told that the password is wrong. */
public final class SignInFailures extends SimpleUrlAuthenticationFailureHandler {
    /** @param form the form's address with the mark that a try failed */
    public SignInFailures(String form) {
        super(form);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (SilentDatabase.isCauseOf(failure)) {
            ErrorAnswers.send(request, response, HttpStatus.SERVICE_UNAVAILABLE, SilentDatabase.SAYS);
        } else {
            super.onAuthenticationFailure(request, response, failure);
        }
    }
}
