package org.yuanhu.embeddedledger.gateway;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Collection;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.yuanhu.embeddedledger.EmbeddedLedger;
import org.yuanhu.embeddedledger.commit.SubmitRefusedException;
import org.yuanhu.embeddedledger.proposal.ProposalRefusedException;

/** What a Fabric Gateway answers when something is refused: status code, text, details ({@code internal/pkg/gateway}). */
final class Errors {
    private Errors() {}

    static StatusRuntimeException of(Code code, String message) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(message)
                .build());
    }

    /** An error with one detail for each of these organisations. */
    static StatusRuntimeException of(Code code, String message, Collection<String> mspIds, String detail) {
        Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        for (String mspId : mspIds) {
            status.addDetails(Any.pack(ErrorDetail.newBuilder()
                    .setAddress(EmbeddedLedger.KIND)
                    .setMspId(mspId)
                    .setMessage(detail)
                    .build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    static StatusRuntimeException evaluating(ProposalRefusedException refused, Collection<String> mspIds) {
        String direct = "evaluate call to endorser returned error: " + refused.getMessage();
        String detailed = "failed to evaluate transaction, see attached details for more info";
        return switch (refused.stage()) {
            case UNPACK -> of(Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + refused.getMessage());
            case FILTER -> of(Code.UNAVAILABLE, detailed, mspIds, refused.getMessage());
            case CHECK -> of(Code.FAILED_PRECONDITION, direct, mspIds, refused.getMessage());
            case SIMULATION -> of(Code.ABORTED, detailed, mspIds, refused.getMessage());
            case CHAINCODE -> of(Code.UNKNOWN, direct, mspIds, refused.getMessage());
        };
    }

    static StatusRuntimeException endorsing(
            ProposalRefusedException refused, boolean organisationsNamed, Collection<String> mspIds) {
        if (refused.stage() == ProposalRefusedException.Stage.UNPACK) {
            return of(Code.INVALID_ARGUMENT, refused.getMessage());
        }
        String message = organisationsNamed
                ? "failed to collect enough transaction endorsements, see attached details for more info"
                : "failed to endorse transaction, see attached details for more info";
        return of(Code.ABORTED, message, mspIds, refused.getMessage());
    }

    static StatusRuntimeException submitting(SubmitRefusedException refused) {
        return switch (refused.status()) {
            case BAD_REQUEST, FORBIDDEN ->
                of(
                        Code.ABORTED,
                        "received unsuccessful response from orderer: status=%s, info=%s"
                                .formatted(refused.status(), refused.getMessage()));
            case DUPLICATE -> of(Code.ALREADY_EXISTS, refused.getMessage());
            case PRIVATE_DATA_GONE -> of(Code.FAILED_PRECONDITION, refused.getMessage());
            case UNAVAILABLE -> of(Code.UNAVAILABLE, refused.getMessage());
        };
    }
}
