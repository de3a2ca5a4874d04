/** What every business act has in common over REST: its body, its receipt, its place on the ledger. */
@NullMarked
package org.yuanhu.clientapi.act;

import org.jspecify.annotations.NullMarked;
