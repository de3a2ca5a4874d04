/** Who and where: regions and credit codes. */
@NullMarked
package org.yuanhu.vocabulary.registry;

import org.jspecify.annotations.NullMarked;
