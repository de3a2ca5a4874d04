/** What an organisation's chaincode and a buyer's verifier take for granted: authorities and the trust file. */
@NullMarked
package org.yuanhu.consortium.trust;

import org.jspecify.annotations.NullMarked;
