package org.yuanhu.clientapi.readmodel.projection;

/**
 * An event that is no act as this server knows acts: of a newer rule book, say.
 *
 * @param problem the rule or error, without what stood in the event
 */
public record Unreadable(long block, String transaction, String problem) implements Received {}
