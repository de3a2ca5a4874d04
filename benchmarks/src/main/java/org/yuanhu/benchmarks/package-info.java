/** Speed, always beside a peer measured in the same run. */
@NullMarked
package org.yuanhu.benchmarks;

import org.jspecify.annotations.NullMarked;
