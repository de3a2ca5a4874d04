/** Who is in the consortium, read from one file and checked before anything uses it. */
@NullMarked
package org.yuanhu.consortium;

import org.jspecify.annotations.NullMarked;
