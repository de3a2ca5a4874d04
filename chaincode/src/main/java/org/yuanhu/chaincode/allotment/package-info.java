/** What a household can harvest, and what of it each cooperative may take in: state, without the acts that change it. */
@NullMarked
package org.yuanhu.chaincode.allotment;

import org.jspecify.annotations.NullMarked;
