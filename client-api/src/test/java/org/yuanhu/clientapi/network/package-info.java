/** The organisations' servers on a real Fabric network, brought up by the commands a person would give. */
@NullMarked
package org.yuanhu.clientapi.network;

import org.jspecify.annotations.NullMarked;
