/** What rows ask for: how it is tried without writing, and how it is done at most once. */
@NullMarked
package org.yuanhu.clientapi.imports.plan;

import org.jspecify.annotations.NullMarked;
