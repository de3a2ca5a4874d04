package org.yuanhu.embeddedledger.gateway;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Collection;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.yuanhu.consortium.trust.LedgerFacts;
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
                    .setAddress(LedgerFacts.Kind.SINGLE_MACHINE.text())
                    .setMspId(mspId)
                    .setMessage(detail)
                    .build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    static StatusRuntimeException evaluating(ProposalRefusedException refused, Collection<String> mspIds) {
        String direct = "evaluate call to endorser returned error: " + refused.why();
        String general = "failed to evaluate transaction, see attached details for more info";
        return switch (refused.stage()) {
            case UNPACK -> of(Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + refused.why());
            case FILTER -> of(Code.UNAVAILABLE, general, mspIds, refused.why());
            case CHECK -> of(Code.FAILED_PRECONDITION, direct, mspIds, refused.why());
            case SIMULATION -> of(Code.ABORTED, general, mspIds, refused.why());
            case CHAINCODE -> of(Code.UNKNOWN, direct, mspIds, refused.why());
        };
    }

    static StatusRuntimeException endorsing(
            ProposalRefusedException refused, boolean organisationsNamed, Collection<String> mspIds) {
        if (refused.stage() == ProposalRefusedException.Stage.UNPACK) {
            return of(Code.INVALID_ARGUMENT, refused.why());
        }
        String message = organisationsNamed
                ? "failed to collect enough transaction endorsements, see attached details for more info"
                : "failed to endorse transaction, see attached details for more info";
        return of(Code.ABORTED, message, mspIds, refused.why());
    }

    static StatusRuntimeException submitting(SubmitRefusedException refused) {
        return switch (refused.status()) {
            case BAD_REQUEST, FORBIDDEN ->
                of(
                        Code.ABORTED,
                        "received unsuccessful response from orderer: status=%s, info=%s"
                                .formatted(refused.status(), refused.why()));
            case DUPLICATE -> of(Code.ALREADY_EXISTS, refused.why());
            case PRIVATE_DATA_GONE -> of(Code.FAILED_PRECONDITION, refused.why());
            case UNAVAILABLE -> of(Code.UNAVAILABLE, refused.why());
        };
    }
}
