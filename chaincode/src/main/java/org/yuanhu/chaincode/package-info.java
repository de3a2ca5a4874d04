/** The rule book of Yuanhu as a Fabric chaincode. */
@NullMarked
package org.yuanhu.chaincode;

import org.jspecify.annotations.NullMarked;
