/** Hyperledger Fabric's own programs: where they come from, and how they are run. */
@NullMarked
package org.yuanhu.networkconfig.fabric;

import org.jspecify.annotations.NullMarked;
