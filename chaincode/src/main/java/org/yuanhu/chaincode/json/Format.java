package org.yuanhu.chaincode.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name and version of a document's format. {@link Json} writes it as the first field, {@code format}, and refuses to read a
 * document that says anything else; a stored one may also say a former version.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Format {
    /** Such as {@code yuanhu-act-v1}. */
    String value();

    /** The version before, if there was one: still read where it is stored, never written, never accepted from outside. */
    Class<? extends Earlier<?>> earlier() default None.class;

    /** There was no version before. */
    interface None extends Earlier<Void> {}
}
