package org.yuanhu.clientapi.welcome;

import java.util.List;

/** Addresses of printed labels, for somebody who wants to see what a buyer sees. */
@FunctionalInterface
public interface LabelsToScan {
    /** At most {@code count} whole addresses of different products, such as {@code http://127.0.0.1:8080/01/…/10/…/21/…}. */
    List<String> some(int count);
}
