/** What compiled chaincode may call and calculate. */
@NullMarked
package org.yuanhu.chaincode.determinism;

import org.jspecify.annotations.NullMarked;
