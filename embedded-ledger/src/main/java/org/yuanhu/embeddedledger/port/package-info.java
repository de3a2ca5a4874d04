/** The TLS port for clients of other processes, and what a stranger can make it hold. */
@NullMarked
package org.yuanhu.embeddedledger.port;

import org.jspecify.annotations.NullMarked;
