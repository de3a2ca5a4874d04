/** The organisations' own servers. */
@NullMarked
package org.yuanhu.networkconfig.servers;

import org.jspecify.annotations.NullMarked;
