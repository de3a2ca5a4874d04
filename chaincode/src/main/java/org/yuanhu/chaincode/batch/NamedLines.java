package org.yuanhu.chaincode.batch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Lines that were named to pack from; none may be named twice, in one batch or in two. */
public final class NamedLines {
    private final Set<NamedLine> named = new LinkedHashSet<>();

    /**
     * Names some more.
     *
     * @throws RefusedException BT-05 one of them was named before; those before it are named now
     */
    public void add(SheetLines lines) {
        for (int line : lines.lines()) {
            if (!named.add(new NamedLine(lines.sheet(), line))) {
                throw RefusedException.by(Rule.BT_05)
                        .with("sheet", lines.sheet().value())
                        .with("line", line)
                        .build();
            }
        }
    }

    private record NamedLine(ActId sheet, int line) {}
}
