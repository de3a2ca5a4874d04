/** Who may use this server: users, their certificates in encrypted wallets, sign-in and tokens. */
@NullMarked
package org.yuanhu.clientapi.user;

import org.jspecify.annotations.NullMarked;
