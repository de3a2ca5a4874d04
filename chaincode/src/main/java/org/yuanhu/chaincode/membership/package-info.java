/** Which household sells through which cooperative. */
@NullMarked
package org.yuanhu.chaincode.membership;

import org.jspecify.annotations.NullMarked;
