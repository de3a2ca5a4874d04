package org.yuanhu.chaincode.testledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.read.Page;
import org.yuanhu.vocabulary.Hash;
import tools.jackson.databind.JsonNode;

/** SHA-256 over every public document, read as any client may. */
public final class StateDigest {
    /** Every kind of document. */
    public static final List<String> TYPES = List.of(
            "act",
            "region",
            "cooperative",
            "runblock",
            "companyprefix",
            "household",
            "membership",
            "commodity",
            "product",
            "scheme",
            "recognition",
            "yield",
            "ceiling",
            "allotment",
            "spent",
            "batch",
            "balance",
            "run");

    private StateDigest() {}

    /** The digest now. */
    public static String of(World world) {
        MessageDigest digest = Hash.newSha256();
        for (String type : TYPES) {
            String bookmark = "";
            do {
                Page page =
                        Json.read(world.inspector().evaluate(Operation.LIST, type, "", "200", bookmark), Page.class);
                for (JsonNode item : page.items()) {
                    digest.update(item.toString().getBytes(UTF_8));
                }
                bookmark = page.bookmark();
            } while (!bookmark.isEmpty());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
