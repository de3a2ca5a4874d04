/** The part that holds authorities' keys: it issues certificates and revocation lists, and only an operator's tool or a single machine needs it. */
@NullMarked
package org.yuanhu.consortium.issuing;

import org.jspecify.annotations.NullMarked;
