/** Running chaincode on a snapshot and writing down what it read and wrote. */
@NullMarked
package org.yuanhu.embeddedledger.simulation;

import org.jspecify.annotations.NullMarked;
