/** Schemes and recognitions over REST. */
@NullMarked
package org.yuanhu.clientapi.recognition;

import org.jspecify.annotations.NullMarked;
