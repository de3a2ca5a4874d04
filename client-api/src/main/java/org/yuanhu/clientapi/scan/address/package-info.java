/** The spellings of a label's address that people and programs make, and the one that the label has. */
@NullMarked
package org.yuanhu.clientapi.scan.address;

import org.jspecify.annotations.NullMarked;
