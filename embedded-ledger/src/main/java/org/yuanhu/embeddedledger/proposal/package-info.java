/** What a client asks to be simulated, unpacked and checked as a Fabric peer does. */
@NullMarked
package org.yuanhu.embeddedledger.proposal;

import org.jspecify.annotations.NullMarked;
