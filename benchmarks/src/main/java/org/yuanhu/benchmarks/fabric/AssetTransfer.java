package org.yuanhu.benchmarks.fabric;

import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Default;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import tools.jackson.databind.json.JsonMapper;

/**
 * The peer of row P1: a contract that does what {@code CreateAsset} of Fabric's asset-transfer sample does, the way the sample does it:
 * looks whether the asset exists, and puts one small JSON document under one key. Everybody may call it; there are no rules.
 */
@Contract(name = "AssetTransfer")
@Default
public final class AssetTransfer implements ContractInterface {
    /** The function that is measured. */
    public static final String CREATE = "AssetTransfer:CreateAsset";

    private final JsonMapper json = new JsonMapper();

    /** Creates an asset, and answers its JSON. */
    @Transaction(intent = Transaction.TYPE.SUBMIT, name = "CreateAsset")
    public String createAsset(Context context, String id, String color, int size, String owner, int appraisedValue) {
        ChaincodeStub stub = context.getStub();
        if (!stub.getStringState(id).isEmpty()) {
            throw new ChaincodeException("Asset " + id + " already exists", "ASSET_ALREADY_EXISTS");
        }
        String document = json.writeValueAsString(new Asset(appraisedValue, id, color, owner, size));
        stub.putStringState(id, document);
        return document;
    }

    /** The sample's asset, its fields in the sample's order. */
    record Asset(int appraisedValue, String assetID, String color, String owner, int size) {}
}
