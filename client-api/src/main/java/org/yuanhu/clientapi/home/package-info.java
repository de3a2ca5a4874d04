/** Where the server keeps its files, and how files that hold secrets are written. */
@NullMarked
package org.yuanhu.clientapi.home;

import org.jspecify.annotations.NullMarked;
