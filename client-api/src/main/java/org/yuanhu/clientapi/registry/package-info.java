/** Regions, cooperatives and blocks of run numbers over REST. */
@NullMarked
package org.yuanhu.clientapi.registry;

import org.jspecify.annotations.NullMarked;
