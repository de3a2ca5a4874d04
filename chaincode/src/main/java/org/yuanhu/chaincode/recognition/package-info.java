/** Schemes and the recognition of a product of one cooperative from one county. */
@NullMarked
package org.yuanhu.chaincode.recognition;

import org.jspecify.annotations.NullMarked;
