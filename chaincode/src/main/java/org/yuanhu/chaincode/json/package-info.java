/** One JSON form for every act, document and answer. */
@NullMarked
package org.yuanhu.chaincode.json;

import org.jspecify.annotations.NullMarked;
