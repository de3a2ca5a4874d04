/** The whole product as it is run: a network with its servers, and people who act through one of them. */
@NullMarked
package org.yuanhu.benchmarks.server;

import org.jspecify.annotations.NullMarked;
