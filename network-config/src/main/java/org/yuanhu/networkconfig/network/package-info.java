/** A whole network: brought up, kept, ended. */
@NullMarked
package org.yuanhu.networkconfig.network;

import org.jspecify.annotations.NullMarked;
