/** What the tables' rows become. */
@NullMarked
package org.yuanhu.clientapi.imports.table;

import org.jspecify.annotations.NullMarked;
