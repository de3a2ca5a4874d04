package org.yuanhu.clientapi.readmodel.projection;

import java.util.List;
import java.util.stream.Collectors;
import org.yuanhu.chaincode.category.Category;

/** Categories of households as one column holds them: their words with a blank between, in the order of the vocabulary. */
final class Categories {
    private Categories() {}

    static String text(List<Category> categories) {
        return categories.stream().distinct().sorted().map(Category::toString).collect(Collectors.joining(" "));
    }
}
