/** Households over REST: private enrolment, public vouching, disclosure, erasure. */
@NullMarked
package org.yuanhu.clientapi.household;

import org.jspecify.annotations.NullMarked;
