package org.yuanhu.vocabulary;

import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vector files among the test resources. */
public final class VectorJson {
    private VectorJson() {}

    public static JsonNode read(String name) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(VectorJson.class.getResourceAsStream("/vectors/" + name)));
    }
}
