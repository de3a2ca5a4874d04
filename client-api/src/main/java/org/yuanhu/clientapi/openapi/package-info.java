/** The description of the API that machines and people read. */
@NullMarked
package org.yuanhu.clientapi.openapi;

import org.jspecify.annotations.NullMarked;
