/** Fabric's Gateway gRPC service. */
@NullMarked
package org.yuanhu.embeddedledger.gateway;

import org.jspecify.annotations.NullMarked;
