/** What the reader of spreadsheets takes, and what it refuses. */
@NullMarked
package org.yuanhu.clientapi.imports.sheet;

import org.jspecify.annotations.NullMarked;
