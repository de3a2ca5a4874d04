package org.yuanhu.qrtools.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.label.RunNumber;

/** What a closed secret is bound to: moved to another run or consortium, it does not open. */
final class SecretContext {
    private SecretContext() {}

    static byte[] of(String format, ConsortiumId consortium, RunNumber run) {
        return (format + "\n" + consortium.value() + "\n" + run.value() + "\n").getBytes(US_ASCII);
    }
}
