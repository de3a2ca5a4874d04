/** What a scan results in: the verdict, its proof, or the reason it is refused. */
@NullMarked
package org.yuanhu.clientapi.scan.document;

import org.jspecify.annotations.NullMarked;
