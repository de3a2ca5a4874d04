/** The organisations' signatures over a simulation, and the policies they must meet. */
@NullMarked
package org.yuanhu.embeddedledger.endorsement;

import org.jspecify.annotations.NullMarked;
