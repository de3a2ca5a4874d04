package org.yuanhu.clientapi.ledger;

import java.util.List;

/**
 * Documents of one table, in the order of their keys.
 *
 * @param items the documents
 * @param bookmark what the next page begins with; empty after the last
 */
public record TablePage<T>(List<T> items, String bookmark) {
    public TablePage {
        items = List.copyOf(items);
    }
}
