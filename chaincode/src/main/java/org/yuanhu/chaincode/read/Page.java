package org.yuanhu.chaincode.read;

import java.util.List;
import org.yuanhu.chaincode.json.Format;
import tools.jackson.databind.JsonNode;

/**
 * Some of the documents of one kind, in the order of their keys.
 *
 * @param bookmark where the next page begins; empty after the last
 */
@Format("yuanhu-page-v1")
public record Page(List<JsonNode> items, String bookmark) {}
