/** Documents as ledgers hold them since each format's first day, kept as files: today's code must read them all. */
@NullMarked
package org.yuanhu.chaincode.stored;

import org.jspecify.annotations.NullMarked;
