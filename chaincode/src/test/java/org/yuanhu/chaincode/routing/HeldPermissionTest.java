package org.yuanhu.chaincode.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;

import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.access.Authorities;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.testledger.EmbeddedTestLedger;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.issuing.Identities;

class HeldPermissionTest {
    @TempDir
    private Path folder;

    @Test
    void aContractThatForgetsToSayWhoseTheActIsAnswersNothing() throws Exception {
        Identities identities = Identities.create(folder, Consortium.demo());
        Contracts contracts = new Contracts(
                Authorities.parse(
                        org.yuanhu.consortium.trust.Authorities.json(identities.consortium(), identities.msps())),
                List.of(LabelContract.class));
        try (World world = World.on(EmbeddedTestLedger.start(folder, identities, folder, any -> serving(contracts)))) {
            String mindful = world.clerk(COOPERATIVE_A).evaluate(Operation.ASSIGN_RUN, "true");
            assertThat(mindful).isEqualTo("\"assigned\"");
            assertThatIllegalStateException()
                    .isThrownBy(() -> world.clerk(COOPERATIVE_A).evaluate(Operation.ASSIGN_RUN, "false"))
                    .withMessageNotContaining("assigned");
        }
    }

    private static ChaincodeBase serving(Contracts contracts) {
        return new ChaincodeBase() {
            @Override
            public Response init(ChaincodeStub stub) {
                return ResponseUtils.newSuccessResponse();
            }

            @Override
            public Response invoke(ChaincodeStub stub) {
                return contracts.call(stub);
            }
        };
    }

    /** Holds the permission if it is told to. */
    @Contract(name = "label")
    public static final class LabelContract implements ContractInterface {
        /** Under a name that clerks may call for their own cooperative only. */
        @Transaction(intent = Transaction.TYPE.SUBMIT)
        public String assignRun(YuanhuContext ledger, String held) {
            if (held.equals("true")) {
                ledger.permission().of(COOPERATIVE_A);
            }
            return "assigned";
        }
    }
}
