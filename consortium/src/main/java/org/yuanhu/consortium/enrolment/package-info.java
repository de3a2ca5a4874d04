/** How a person gets a certificate from who holds the authorities' keys, in the same process or in another. */
@NullMarked
package org.yuanhu.consortium.enrolment;

import org.jspecify.annotations.NullMarked;
