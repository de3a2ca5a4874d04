package org.yuanhu.clientapi.imports.plan;

/** How an act that nothing speaks against stands. */
public enum Rehearsed {
    /** It can be done. */
    NEW,
    /** It was done before, just so. */
    DONE,
    /** The rule book refuses it by the rule that the table names: there is nothing to do. */
    REFUSED_AS_EXPECTED
}
