/** Parts of a simulation. */
@NullMarked
package org.yuanhu.embeddedledger.simulation;

import org.jspecify.annotations.NullMarked;
