package org.yuanhu.clientapi.label;

import org.yuanhu.vocabulary.label.RunNumber;

/**
 * One label as it is printed.
 *
 * @param index its place in the run, from 0
 * @param serial in fives of four
 * @param address what its symbol says
 */
record LabelDocument(RunNumber run, int index, String serial, String address) {}
