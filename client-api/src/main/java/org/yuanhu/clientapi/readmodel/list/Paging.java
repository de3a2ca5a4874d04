package org.yuanhu.clientapi.readmodel.list;

import org.jspecify.annotations.Nullable;

/** Which page of a list is wanted. */
public final class Paging {
    private static final int USUAL_SIZE = 50;

    private final int page;
    private final int size;

    /**
     * @param page from 0, which is also the default
     * @param size 1 to 200; 50 unless said
     */
    public Paging(@Nullable Integer page, @Nullable Integer size) {
        this.page = page == null ? 0 : page;
        this.size = size == null ? USUAL_SIZE : size;
    }

    int page() {
        return page;
    }

    public int size() {
        return size;
    }
}
