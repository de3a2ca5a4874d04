/** Reads by key and in pages. */
@NullMarked
package org.yuanhu.chaincode.read;

import org.jspecify.annotations.NullMarked;
