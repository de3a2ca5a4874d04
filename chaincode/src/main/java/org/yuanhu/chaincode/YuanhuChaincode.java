package org.yuanhu.chaincode;

import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.yuanhu.chaincode.access.Authorities;
import org.yuanhu.chaincode.json.DamagedDocumentException;
import org.yuanhu.chaincode.routing.Contracts;
import org.yuanhu.vocabulary.rule.RefusedException;

/**
 * The rule book, as both ledgers run it: beside a Fabric peer (see {@link ChaincodeProcess}) and inside the single-machine ledger.
 *
 * <p>Whatever breaks a rule is answered with status 500 and the refusal's message, which is all that Fabric's gateway passes on; so
 * is a document in state that cannot be read. Safe for use by several threads.
 */
public final class YuanhuChaincode extends ChaincodeBase {
    private final Contracts contracts;

    /** @param authorities this organisation's copy of who may issue which role */
    public YuanhuChaincode(Authorities authorities) {
        this.contracts = new Contracts(authorities);
    }

    /** Does nothing: the chaincode needs no first state. */
    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            return contracts.call(stub);
        } catch (RefusedException | DamagedDocumentException failed) {
            return new Response(Response.Status.INTERNAL_SERVER_ERROR, failed.getMessage(), new byte[0]);
        }
    }
}
