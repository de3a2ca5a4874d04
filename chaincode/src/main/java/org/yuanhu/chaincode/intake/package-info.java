/** Sheets of what households handed in. */
@NullMarked
package org.yuanhu.chaincode.intake;

import org.jspecify.annotations.NullMarked;
