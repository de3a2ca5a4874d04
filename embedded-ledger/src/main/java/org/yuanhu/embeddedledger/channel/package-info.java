/** What the organisations have agreed a channel to be: who is on it, and which collections are private. */
@NullMarked
package org.yuanhu.embeddedledger.channel;

import org.jspecify.annotations.NullMarked;
