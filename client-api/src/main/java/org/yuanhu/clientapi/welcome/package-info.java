/** What the person who started the server is told. */
@NullMarked
package org.yuanhu.clientapi.welcome;

import org.jspecify.annotations.NullMarked;
