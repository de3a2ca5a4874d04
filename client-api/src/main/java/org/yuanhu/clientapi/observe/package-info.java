/** What an operator sees: request ids, one log line a request, health, metrics; never personal data. */
@NullMarked
package org.yuanhu.clientapi.observe;

import org.jspecify.annotations.NullMarked;
