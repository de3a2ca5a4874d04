/** What is written into an organisation's folder for its nodes: configuration, units, certificates and keys. */
@NullMarked
package org.yuanhu.networkconfig.configuration;

import org.jspecify.annotations.NullMarked;
