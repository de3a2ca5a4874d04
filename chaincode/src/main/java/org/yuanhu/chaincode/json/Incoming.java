package org.yuanhu.chaincode.json;

/**
 * What comes in from outside, with rules of form that its values do not hold by themselves: limits, free text, lists, days in order.
 *
 * <p>{@link Json#read} holds them. They are rules of the day it comes in: what was stored once is trusted and read by
 * {@link Json#stored}, however strict the rules have become since. So no constructor of a record may refuse for them.
 */
public interface Incoming {
    /**
     * Holds the rules.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException by the rule that is broken, with the path inside this as its field
     */
    void validate();
}
