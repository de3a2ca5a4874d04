/** Regions, cooperatives and the blocks of run numbers they print under. */
@NullMarked
package org.yuanhu.chaincode.registry;

import org.jspecify.annotations.NullMarked;
