/** Checks what organisations signed about a label, trusting nobody who handed it over. */
@NullMarked
package org.yuanhu.qrtools.verify;

import org.jspecify.annotations.NullMarked;
