/** Files that must survive a crash. */
@NullMarked
package org.yuanhu.consortium.file;

import org.jspecify.annotations.NullMarked;
