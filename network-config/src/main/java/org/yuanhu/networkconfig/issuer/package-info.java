/** The process that alone reads the keys of the authorities of an organisation's roles. */
@NullMarked
package org.yuanhu.networkconfig.issuer;

import org.jspecify.annotations.NullMarked;
