/** Node processes: starting, finding, waiting for and ending them, and what they are like now. */
@NullMarked
package org.yuanhu.networkconfig.node;

import org.jspecify.annotations.NullMarked;
