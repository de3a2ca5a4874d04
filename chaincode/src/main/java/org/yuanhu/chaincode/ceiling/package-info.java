/** How much a household can harvest, and what of it each cooperative may take in. */
@NullMarked
package org.yuanhu.chaincode.ceiling;

import org.jspecify.annotations.NullMarked;
