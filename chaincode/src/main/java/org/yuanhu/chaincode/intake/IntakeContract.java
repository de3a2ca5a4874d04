package org.yuanhu.chaincode.intake;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.yuanhu.chaincode.act.Receipt;
import org.yuanhu.chaincode.catalogue.Catalogue;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.household.Household;
import org.yuanhu.chaincode.household.Households;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.chaincode.members.Memberships;
import org.yuanhu.chaincode.registry.Registry;
import org.yuanhu.vocabulary.time.Days;

/** Records what households hand in at the scale. */
@Contract(name = "intake")
public final class IntakeContract implements ContractInterface {

    /**
     * A clerk records a sheet, whole or not at all. A recognised line counts against the household's allotment and is refused above
     * it; an ordinary one needs a member in good standing and no more. Each line carries what its household was on its day.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public Receipt record(YuanhuContext ledger, RecordSheet act) {
        return ledger.of(act.cooperative(), act).onceDeriving(() -> {
            new Registry(ledger).cooperative(act.cooperative());
            AllotmentUse allotments = new AllotmentUse(ledger, act.cooperative(), act.season());
            List<LineOrigin> origins = new ArrayList<>();
            for (int number = 0; number < act.lines().size(); number++) {
                IntakeLine line = act.lines().get(number);
                Days.mustBeRecent("lines[" + number + "].day", line.day(), ledger.now());
                new Catalogue(ledger).mustCount(line.commodity(), line.quantity());
                origins.add(
                        line.page().isPresent()
                                ? allotments.take(number, line, line.page().get())
                                : memberInForce(ledger, act, line));
            }
            allotments.store();
            return SheetOrigin.of(origins);
        });
    }

    private static LineOrigin memberInForce(YuanhuContext ledger, RecordSheet act, IntakeLine line) {
        Household household = new Households(ledger).inForce(line.household());
        new Memberships(ledger).inForce(line.household(), act.cooperative());
        return new LineOrigin(household.county(), CategoryPeriod.on(line.day(), household.categories()));
    }
}
