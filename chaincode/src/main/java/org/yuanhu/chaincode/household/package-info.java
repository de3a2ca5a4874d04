/** Households: private enrolment, public vouching, consent, suspension and erasure. */
@NullMarked
package org.yuanhu.chaincode.household;

import org.jspecify.annotations.NullMarked;
