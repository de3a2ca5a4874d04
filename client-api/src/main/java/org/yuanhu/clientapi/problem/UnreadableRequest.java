package org.yuanhu.clientapi.problem;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.multipart.MultipartException;

/** Tells a request whose address or body is not well-formed from a fault of ours: Tomcat finds it only when somebody asks for a parameter. */
final class UnreadableRequest {
    /** Chains of causes are short; one that runs in a circle ends here. */
    private static final int CAUSES = 16;

    private UnreadableRequest() {}

    /** Whether the failure, or what caused it, is that the request cannot be read. */
    static boolean isCauseOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            if (cause instanceof InvalidParameterException
                    || cause instanceof RequestRejectedException
                    || cause instanceof MultipartException
                    || cause instanceof FileUploadException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
