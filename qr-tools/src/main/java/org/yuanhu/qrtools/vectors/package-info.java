/** Test vectors of labels recomputed value by value. */
@NullMarked
package org.yuanhu.qrtools.vectors;

import org.jspecify.annotations.NullMarked;
