/** Run secrets at rest and on their way to another organisation. */
@NullMarked
package org.yuanhu.qrtools.secret;

import org.jspecify.annotations.NullMarked;
