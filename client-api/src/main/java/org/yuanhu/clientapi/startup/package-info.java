/** What is done once the server is up, in which order. */
@NullMarked
package org.yuanhu.clientapi.startup;

import org.jspecify.annotations.NullMarked;
