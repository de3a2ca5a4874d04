/** What every business act has in common: its record, its document, its receipt. */
@NullMarked
package org.yuanhu.chaincode.act;

import org.jspecify.annotations.NullMarked;
