/** A real Hyperledger Fabric network: each organisation's folder, the channel's beginning, and the running nodes. */
@NullMarked
package org.yuanhu.networkconfig.network;

import org.jspecify.annotations.NullMarked;
