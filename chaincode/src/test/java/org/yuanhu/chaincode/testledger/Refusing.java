package org.yuanhu.chaincode.testledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.rule.RuleText;

/** Holds a call to being refused: by its rule, in words a person can read, leaving state as it was. */
public final class Refusing {
    private Refusing() {}

    /** An act. */
    public static RefusedException refuses(World world, Rule rule, Client client, Act act) {
        return refuses(world, rule, () -> client.submit(act));
    }

    /** Any call. */
    public static RefusedException refuses(World world, Rule rule, ThrowingCallable call) {
        String before = StateDigest.of(world);
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(RefusedException.class);
        RefusedException refused = (RefusedException) thrown;
        assertThat(refused.getMessage()).startsWith(rule.id() + " {");
        assertReadable(refused, Locale.ENGLISH, "[A-Za-z]");
        assertReadable(refused, Locale.SIMPLIFIED_CHINESE, "[\u4e00-\u9fff]");
        assertThat(StateDigest.of(world))
                .as("state after %s", refused.getMessage())
                .isEqualTo(before);
        return refused;
    }

    private static void assertReadable(RefusedException refused, Locale locale, String letter) {
        String sentence = RuleText.of(locale).say(refused);
        assertThat(sentence).containsPattern(letter).doesNotContainPattern("\\{[A-Za-z]+}");
    }
}
