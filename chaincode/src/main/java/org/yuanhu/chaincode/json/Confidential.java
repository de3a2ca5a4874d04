package org.yuanhu.chaincode.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record of what must never reach the channel, a log or a metric. Where {@link Json} refuses to read one, the refusal says where
 * and by which rule, and nothing of what stood there: no value, and no name of a field but the record's own, because a value may
 * have been sent as a name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Confidential {
    /** What a refusal has where its value would stand. */
    String UNTOLD = "…";
}
