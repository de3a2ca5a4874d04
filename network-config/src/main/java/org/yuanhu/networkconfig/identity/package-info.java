/** Each organisation's own certificate authorities, and the certificates and revocation lists they sign. */
@NullMarked
package org.yuanhu.networkconfig.identity;

import org.jspecify.annotations.NullMarked;
