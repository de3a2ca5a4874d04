/** Lists and searches over the read model. */
@NullMarked
package org.yuanhu.clientapi.readmodel.list;

import org.jspecify.annotations.NullMarked;
