package org.yuanhu.qrtools.vectors;

/**
 * One value of a vector file that is not what the formats give.
 *
 * @param where the place in the file, such as {@code runs[2].labels[0].leaf}
 * @param stated what the file says
 * @param computed what it should say, or why it is refused
 */
public record Difference(String where, String stated, String computed) {}
