/** Labels on paper and in pictures, every module a whole number of printer dots. */
@NullMarked
package org.yuanhu.qrtools.print;

import org.jspecify.annotations.NullMarked;
