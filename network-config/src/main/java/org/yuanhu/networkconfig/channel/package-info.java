/** The channel: its first block, its configuration, and what an administrator tells peers and orderers. */
@NullMarked
package org.yuanhu.networkconfig.channel;

import org.jspecify.annotations.NullMarked;
