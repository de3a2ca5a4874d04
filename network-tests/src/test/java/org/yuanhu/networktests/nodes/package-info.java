/** A network's nodes, from nothing to destroyed, with a chaincode of two functions. */
@NullMarked
package org.yuanhu.networktests.nodes;

import org.jspecify.annotations.NullMarked;
