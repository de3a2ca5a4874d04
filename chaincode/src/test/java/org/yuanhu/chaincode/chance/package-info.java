/** Random acts against a model of the rule book that knows nothing of how the chaincode keeps state. */
@NullMarked
package org.yuanhu.chaincode.chance;

import org.jspecify.annotations.NullMarked;
