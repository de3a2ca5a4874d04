package org.yuanhu.chaincode.act;

import java.time.Instant;
import java.util.Optional;
import org.yuanhu.chaincode.access.Author;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.json.Format;
import org.yuanhu.vocabulary.id.ActId;

/**
 * The one document an act leaves on the ledger, which is also the payload of its event.
 *
 * @param type the function, and the name of the event
 * @param id the client's id
 * @param by who did it
 * @param tx the id of the Fabric transaction
 * @param at the transaction's time, milliseconds
 * @param act the act exactly as it was sent
 * @param derived what the chaincode read from state while it checked the act and readers would otherwise have to look up
 * @param <A> the act's record, or {@code JsonNode} for a reader of all kinds
 * @param <D> the record of what was derived
 */
@Format("yuanhu-act-v1")
public record ActDocument<A, D>(
        Operation type, ActId id, Author by, String tx, Instant at, A act, Optional<D> derived) {}
