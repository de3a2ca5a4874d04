/** Free text: which characters it may have, and when two names look the same. */
@NullMarked
package org.yuanhu.vocabulary.text;

import org.jspecify.annotations.NullMarked;
