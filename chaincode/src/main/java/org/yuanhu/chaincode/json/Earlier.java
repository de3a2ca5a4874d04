package org.yuanhu.chaincode.json;

/**
 * A document of a former version of its format, which is still read from state and no longer written. It is a record of its own,
 * with the {@link Format} it was stored under; the format that took its place names it as {@link Format#earlier}.
 *
 * @param <T> the record of the version that followed, which may itself be a former one
 */
public interface Earlier<T> {
    /** The same as the next version says it. */
    T next();
}
