/** What runs on this machine, where a message is to name it. */
@NullMarked
package org.yuanhu.consortium.host;

import org.jspecify.annotations.NullMarked;
