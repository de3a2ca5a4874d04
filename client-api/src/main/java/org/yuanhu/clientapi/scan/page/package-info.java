/** The buyer's pages: the story of a label in the buyer's language. */
@NullMarked
package org.yuanhu.clientapi.scan.page;

import org.jspecify.annotations.NullMarked;
