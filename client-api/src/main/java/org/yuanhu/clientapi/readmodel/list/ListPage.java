package org.yuanhu.clientapi.readmodel.list;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page its number, from 0
 * @param size rows a page
 * @param total rows in all
 */
public record ListPage<T>(List<T> items, int page, int size, long total) {}
