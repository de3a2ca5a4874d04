/** The chaincode: its package, its process beside a peer, and how a version of it comes onto the channel. */
@NullMarked
package org.yuanhu.networkconfig.deployment;

import org.jspecify.annotations.NullMarked;
