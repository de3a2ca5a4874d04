/** Limits guesses of serials: by address prefix and by print run. */
@NullMarked
package org.yuanhu.clientapi.scan.limit;

import org.jspecify.annotations.NullMarked;
