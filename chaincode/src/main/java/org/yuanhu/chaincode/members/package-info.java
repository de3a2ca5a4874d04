/** Who is a member of which cooperative: state, without the acts that change it. */
@NullMarked
package org.yuanhu.chaincode.members;

import org.jspecify.annotations.NullMarked;
