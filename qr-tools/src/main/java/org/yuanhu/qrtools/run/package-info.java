/** The labels of one print run, all from its secret: serials, leaves, root and inclusion paths. */
@NullMarked
package org.yuanhu.qrtools.run;

import org.jspecify.annotations.NullMarked;
