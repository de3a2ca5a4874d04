package org.yuanhu.chaincode.recognition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * That a recognition was taken back, for good.
 *
 * @param reason which buyers read
 * @param at the time of the transaction
 */
public record Revocation(
        String reason, @JsonProperty("revokedAt") Instant at) {}
