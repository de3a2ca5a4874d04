/** Finds a port that another program has before the server starts anything, and who has it. */
@NullMarked
package org.yuanhu.clientapi.port;

import org.jspecify.annotations.NullMarked;
