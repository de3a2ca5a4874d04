/** Who may do what: roles, the access table, and the caller as the certificate says. */
@NullMarked
package org.yuanhu.chaincode.access;

import org.jspecify.annotations.NullMarked;
