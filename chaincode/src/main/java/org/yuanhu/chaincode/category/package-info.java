/** What kind of household the county says it is, and in which days: below the rooms that keep it, derive it and count by it. */
@NullMarked
package org.yuanhu.chaincode.category;

import org.jspecify.annotations.NullMarked;
