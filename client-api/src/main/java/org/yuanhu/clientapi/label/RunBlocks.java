package org.yuanhu.clientapi.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yuanhu.chaincode.label.Runs;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.chaincode.registry.RunBlock;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.TablePage;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.Kind;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Which run numbers a cooperative has, and which of them are free: asked of the ledger, which alone knows. */
final class RunBlocks {
    private static final int RUNS_A_BLOCK = 100;
    private static final int PAGE = 200;

    private final Ledger ledger;
    /** What never changes on the ledger: a block's cooperative, a number that is used. */
    private final Map<CreditCode, List<BlockNumber>> blocks = new ConcurrentHashMap<>();

    private final Set<RunNumber> used = ConcurrentHashMap.newKeySet();

    RunBlocks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The lowest number of the cooperative's blocks that no run has.
     *
     * @throws RefusedException RN-01 there is none: the province must admit another block
     */
    RunNumber next(UserIdentity who, CreditCode cooperative) {
        return free(who, blocks.getOrDefault(cooperative, List.of()))
                .or(() -> free(who, read(who, cooperative)))
                .orElseThrow(() -> RefusedException.by(Rule.RN_01)
                        .with("run", "")
                        .with("cooperative", cooperative.value())
                        .build());
    }

    /**
     * Refuses a number outside the cooperative's blocks, before a secret is made for it.
     *
     * @throws RefusedException RN-01
     */
    void mustHave(UserIdentity who, CreditCode cooperative, RunNumber run) {
        BlockNumber block = BlockNumber.of(run);
        if (!blocks.getOrDefault(cooperative, List.of()).contains(block)
                && !read(who, cooperative).contains(block)) {
            throw RefusedException.by(Rule.RN_01)
                    .with("run", run.value())
                    .with("cooperative", cooperative.value())
                    .build();
        }
    }

    private Optional<RunNumber> free(UserIdentity who, List<BlockNumber> within) {
        return within.stream()
                .flatMap(block -> java.util.stream.IntStream.range(0, RUNS_A_BLOCK)
                        .mapToObj(number -> RunNumber.of(block.value(), number)))
                .filter(run -> !isUsed(who, run))
                .findFirst();
    }

    private boolean isUsed(UserIdentity who, RunNumber run) {
        if (used.contains(run)) {
            return true;
        }
        try {
            ledger.get(who, Runs.TABLE, run);
            used.add(run);
            return true;
        } catch (RefusedException refused) {
            if (refused.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    private List<BlockNumber> read(UserIdentity who, CreditCode cooperative) {
        List<BlockNumber> found = new ArrayList<>();
        String bookmark = "";
        do {
            TablePage<RunBlock> page = ledger.page(who, Registry.BLOCKS, PAGE, bookmark);
            page.items().stream()
                    .filter(block -> block.cooperative().equals(cooperative))
                    .forEach(block -> found.add(block.block()));
            bookmark = page.bookmark();
        } while (!bookmark.isEmpty());
        blocks.put(cooperative, List.copyOf(found));
        return found;
    }
}
