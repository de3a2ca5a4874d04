/** The watch beside an organisation's orderer. */
@NullMarked
package org.yuanhu.networkconfig.watch;

import org.jspecify.annotations.NullMarked;
