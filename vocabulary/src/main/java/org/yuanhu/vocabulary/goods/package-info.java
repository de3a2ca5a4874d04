/** What is grown, made and packed, and how much of it. */
@NullMarked
package org.yuanhu.vocabulary.goods;

import org.jspecify.annotations.NullMarked;
