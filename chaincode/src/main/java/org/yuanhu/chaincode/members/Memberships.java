package org.yuanhu.chaincode.members;

import java.time.LocalDate;
import java.util.Optional;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Who is a member of which cooperative. */
public final class Memberships {
    /** By household and cooperative. */
    public static final Table<Membership> TABLE = new Table<>("membership", Membership.class, 2);

    private final State state;

    public Memberships(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The household's membership now.
     *
     * @throws RefusedException MM-01 the household is not a member of the cooperative now
     */
    public Membership inForce(HouseholdId household, CreditCode cooperative) {
        return find(household, cooperative)
                .orElseThrow(() -> RefusedException.by(Rule.MM_01)
                        .with("household", household.value())
                        .with("cooperative", cooperative.value())
                        .build());
    }

    /**
     * A household becomes a member.
     *
     * @throws RefusedException MM-02 it is one already
     */
    public void begin(HouseholdId household, CreditCode cooperative, LocalDate day) {
        if (find(household, cooperative).isPresent()) {
            throw RefusedException.by(Rule.MM_02)
                    .with("household", household.value())
                    .with("cooperative", cooperative.value())
                    .build();
        }
        put(new Membership(household, cooperative, day, Optional.empty()));
    }

    /**
     * A household stops being a member.
     *
     * @throws RefusedException MM-01 it is none, MM-03 the day lies before its first
     */
    public void end(HouseholdId household, CreditCode cooperative, LocalDate day) {
        Membership membership = inForce(household, cooperative);
        if (day.isBefore(membership.from())) {
            throw RefusedException.by(Rule.MM_03)
                    .with("from", membership.from().toString())
                    .with("day", day.toString())
                    .build();
        }
        put(new Membership(household, cooperative, membership.from(), Optional.of(day)));
    }

    private Optional<Membership> find(HouseholdId household, CreditCode cooperative) {
        return state.find(TABLE, household, cooperative)
                .filter(membership -> membership.to().isEmpty());
    }

    private void put(Membership membership) {
        state.put(TABLE, membership, membership.household(), membership.cooperative());
    }
}
