/** Which household sells through which cooperative, over REST. */
@NullMarked
package org.yuanhu.clientapi.membership;

import org.jspecify.annotations.NullMarked;
