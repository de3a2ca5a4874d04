/** The tables that can be imported: their columns, and the acts their rows ask for. */
@NullMarked
package org.yuanhu.clientapi.imports.table;

import org.jspecify.annotations.NullMarked;
