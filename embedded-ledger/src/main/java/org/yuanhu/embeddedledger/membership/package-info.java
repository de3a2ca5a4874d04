/** Whose certificates count, and the signatures made and checked with them. */
@NullMarked
package org.yuanhu.embeddedledger.membership;

import org.jspecify.annotations.NullMarked;
