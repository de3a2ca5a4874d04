/** From a label path to an attested, checked answer. */
@NullMarked
package org.yuanhu.clientapi.scan.resolver;

import org.jspecify.annotations.NullMarked;
