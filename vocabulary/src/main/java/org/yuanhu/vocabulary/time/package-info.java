/** Days and seasons. */
@NullMarked
package org.yuanhu.vocabulary.time;

import org.jspecify.annotations.NullMarked;
