/** Print runs: the labels of one batch. */
@NullMarked
package org.yuanhu.chaincode.label;

import org.jspecify.annotations.NullMarked;
