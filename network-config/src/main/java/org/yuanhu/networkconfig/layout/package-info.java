/** Where everything lies: the network's folder, each organisation's, and the kinds of nodes in it. */
@NullMarked
package org.yuanhu.networkconfig.layout;

import org.jspecify.annotations.NullMarked;
