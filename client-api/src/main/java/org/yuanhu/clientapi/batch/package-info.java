/** Batches over REST. */
@NullMarked
package org.yuanhu.clientapi.batch;

import org.jspecify.annotations.NullMarked;
