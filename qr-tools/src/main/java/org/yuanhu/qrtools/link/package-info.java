/** The address a label's symbol holds: a GS1 Digital Link. */
@NullMarked
package org.yuanhu.qrtools.link;

import org.jspecify.annotations.NullMarked;
