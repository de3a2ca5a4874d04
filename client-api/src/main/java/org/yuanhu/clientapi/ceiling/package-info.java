/** Harvest ceilings and their allotments over REST. */
@NullMarked
package org.yuanhu.clientapi.ceiling;

import org.jspecify.annotations.NullMarked;
