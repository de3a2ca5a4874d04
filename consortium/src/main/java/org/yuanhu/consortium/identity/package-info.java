/** What identities are made of: keys, certificates, their attributes, an organisation's public definition. */
@NullMarked
package org.yuanhu.consortium.identity;

import org.jspecify.annotations.NullMarked;
