/** Print runs: their secrets, kept before anything prints; their assignment to a batch; their labels as PDF and PNG. */
@NullMarked
package org.yuanhu.clientapi.label;

import org.jspecify.annotations.NullMarked;
