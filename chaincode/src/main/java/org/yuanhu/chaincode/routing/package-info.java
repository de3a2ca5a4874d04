/** Finds the contract method for a call, on the parts of the Fabric contract API, and calls it with records instead of JSON. */
@NullMarked
package org.yuanhu.chaincode.routing;

import org.jspecify.annotations.NullMarked;
