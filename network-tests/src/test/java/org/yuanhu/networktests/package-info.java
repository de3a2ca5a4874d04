/** What is only seen on a real Fabric network: the rule book on it, and the organisations' servers, by the commands a person would give. */
@NullMarked
package org.yuanhu.networktests;

import org.jspecify.annotations.NullMarked;
