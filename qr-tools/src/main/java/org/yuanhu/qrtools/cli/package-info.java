/** The command line {@code labels}. */
@NullMarked
package org.yuanhu.qrtools.cli;

import org.jspecify.annotations.NullMarked;
