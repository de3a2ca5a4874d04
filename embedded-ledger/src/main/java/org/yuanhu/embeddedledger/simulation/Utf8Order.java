package org.yuanhu.embeddedledger.simulation;

import java.util.Comparator;

/** The order of keys in Fabric: by UTF-8 bytes, which is by code point and not by Java's UTF-16 units. */
enum Utf8Order implements Comparator<String> {
    /** The one order. */
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
                // a surrogate pair is a code point above every single unit
                return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
