/** Intake sheets over REST. */
@NullMarked
package org.yuanhu.clientapi.intake;

import org.jspecify.annotations.NullMarked;
