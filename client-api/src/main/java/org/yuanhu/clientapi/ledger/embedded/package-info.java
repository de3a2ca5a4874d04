/** The single-machine ledger inside this process, carrying the rule book. */
@NullMarked
package org.yuanhu.clientapi.ledger.embedded;

import org.jspecify.annotations.NullMarked;
