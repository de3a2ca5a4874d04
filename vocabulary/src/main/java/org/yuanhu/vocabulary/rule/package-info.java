/** Rules by id, their sentences, limits, and the refusal that names them. */
@NullMarked
package org.yuanhu.vocabulary.rule;

import org.jspecify.annotations.NullMarked;
