/** Labels read back from pictures and PDF pages. */
@NullMarked
package org.yuanhu.qrtools.read;

import org.jspecify.annotations.NullMarked;
