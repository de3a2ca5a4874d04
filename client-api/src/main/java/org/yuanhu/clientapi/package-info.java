/** The server: REST and pages over the one Fabric Gateway client. */
@NullMarked
package org.yuanhu.clientapi;

import org.jspecify.annotations.NullMarked;
