package org.yuanhu.chaincode.testledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.RuleText;

/** Holds a call to being refused: by its rule, in words a person can read, leaving state as it was. */
public final class Refusing {
    private Refusing() {}

    /** An act. */
    public static Refused refuses(World world, Rule rule, Client client, Act act) {
        return refuses(world, rule, () -> client.submit(act));
    }

    /** Any call. */
    public static Refused refuses(World world, Rule rule, ThrowingCallable call) {
        String before = StateDigest.of(world);
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(Refused.class);
        Refused refused = (Refused) thrown;
        assertThat(refused.getMessage()).startsWith(rule.id() + " {");
        assertReadable(refused, Locale.ENGLISH, "[A-Za-z]");
        assertReadable(refused, Locale.SIMPLIFIED_CHINESE, "[\u4e00-\u9fff]");
        assertThat(StateDigest.of(world))
                .as("state after %s", refused.getMessage())
                .isEqualTo(before);
        return refused;
    }

    private static void assertReadable(Refused refused, Locale locale, String letter) {
        String sentence = RuleText.of(locale).say(refused);
        assertThat(sentence).containsPattern(letter).doesNotContainPattern("\\{[A-Za-z]+}");
    }
}
