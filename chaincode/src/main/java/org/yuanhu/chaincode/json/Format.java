package org.yuanhu.chaincode.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name and version of a document's format. {@link Json} writes it as the first field, {@code format}, and refuses to read a
 * document that says anything else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Format {
    /** Such as {@code yuanhu-act-v1}. */
    String value();
}
