/** Ids that clients make. */
@NullMarked
package org.yuanhu.vocabulary.id;

import org.jspecify.annotations.NullMarked;
