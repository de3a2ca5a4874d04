/** Commodities and products over REST. */
@NullMarked
package org.yuanhu.clientapi.catalogue;

import org.jspecify.annotations.NullMarked;
