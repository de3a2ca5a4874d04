/** What row P1 needs: a real network, a baseline contract on it, a season to take in. */
@NullMarked
package org.yuanhu.benchmarks.fabric;

import org.jspecify.annotations.NullMarked;
