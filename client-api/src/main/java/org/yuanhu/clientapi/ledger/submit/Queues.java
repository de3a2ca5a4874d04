package org.yuanhu.clientapi.ledger.submit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.yuanhu.consortium.identity.FabricAttributes;
import org.yuanhu.consortium.identity.UserIdentity;

/**
 * One act of a cooperative at a time, in the order they came: its clerks share allotments and batches, and would only make each
 * other's transactions invalid. Different cooperatives share nothing and never wait.
 */
final class Queues {
    private static final String COOPERATIVE = "yuanhu.cooperative";

    private final Map<String, Lock> cooperatives = new ConcurrentHashMap<>();

    <T> T of(UserIdentity who, Supplier<T> act) {
        String cooperative = FabricAttributes.of(who.certificate()).get(COOPERATIVE);
        if (cooperative == null) {
            return act.get();
        }
        Lock turn = cooperatives.computeIfAbsent(cooperative, code -> new ReentrantLock(true));
        turn.lock();
        try {
            return act.get();
        } finally {
            turn.unlock();
        }
    }
}
