/** QR symbols of a run. */
@NullMarked
package org.yuanhu.qrtools.symbol;

import org.jspecify.annotations.NullMarked;
