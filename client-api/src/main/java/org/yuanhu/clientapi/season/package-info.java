/** The sample season, imported on the demo's first start through the path a clerk uses. */
@NullMarked
package org.yuanhu.clientapi.season;

import org.jspecify.annotations.NullMarked;
