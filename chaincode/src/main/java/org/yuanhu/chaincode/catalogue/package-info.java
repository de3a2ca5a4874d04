/** What is grown or made, and the products made of it. */
@NullMarked
package org.yuanhu.chaincode.catalogue;

import org.jspecify.annotations.NullMarked;
