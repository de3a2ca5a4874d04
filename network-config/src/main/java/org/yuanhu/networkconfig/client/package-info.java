/** What a client of a network with several orderers needs beside Fabric's Gateway client. */
@NullMarked
package org.yuanhu.networkconfig.client;

import org.jspecify.annotations.NullMarked;
