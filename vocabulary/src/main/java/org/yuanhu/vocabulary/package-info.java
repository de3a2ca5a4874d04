/** The words every module agrees on: value types that refuse what is wrong, rule ids and limits. */
@NullMarked
package org.yuanhu.vocabulary;

import org.jspecify.annotations.NullMarked;
