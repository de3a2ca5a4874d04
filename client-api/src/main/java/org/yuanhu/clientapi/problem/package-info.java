/** What the API answers when it refuses: RFC 9457 problem details in Chinese or English. */
@NullMarked
package org.yuanhu.clientapi.problem;

import org.jspecify.annotations.NullMarked;
