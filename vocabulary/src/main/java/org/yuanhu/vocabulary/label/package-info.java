/** What a label is, byte by byte: path, tag, blind, leaf, RFC 6962 tree and salted digests. */
@NullMarked
package org.yuanhu.vocabulary.label;

import org.jspecify.annotations.NullMarked;
