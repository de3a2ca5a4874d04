/** What a buyer sees: a label's address or its 20 digits lead to what the ledger attests, as a page or as JSON. */
@NullMarked
package org.yuanhu.clientapi.scan;

import org.jspecify.annotations.NullMarked;
