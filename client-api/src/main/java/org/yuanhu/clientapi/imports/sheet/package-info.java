/** Reads a CSV file as spreadsheets in China save it, cell by cell, and says what is wrong with each. */
@NullMarked
package org.yuanhu.clientapi.imports.sheet;

import org.jspecify.annotations.NullMarked;
