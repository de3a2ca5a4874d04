/** The server's own secrets: one master key, and the keys derived from it for one purpose each. */
@NullMarked
package org.yuanhu.clientapi.secret;

import org.jspecify.annotations.NullMarked;
