package org.yuanhu.chaincode.recognition;

import java.util.List;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.SchemeId;

/**
 * The steps by which products are recognised.
 */
@Format("yuanhu-scheme-v1")
public record Scheme(SchemeId id, String name, List<Step> steps) {}
