/** Spreadsheets as people save them, turned into acts: checked as a whole first, then carried out at most once. */
@NullMarked
package org.yuanhu.clientapi.imports;

import org.jspecify.annotations.NullMarked;
