package org.yuanhu.chaincode.access;

import java.util.Optional;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * What the access table lets this caller do in this call. A contract says once where the act takes place; one that forgets to is
 * refused by {@link #mustHaveBeenHeld}.
 */
public final class Permission {
    private final Caller caller;
    private final Scope scope;
    private boolean held;

    /** @throws RefusedException AC-05 the table does not let the caller's role do this */
    public Permission(Caller caller, Operation operation) {
        this.caller = caller;
        this.scope = Access.scope(caller.role(), operation)
                .orElseThrow(() -> RefusedException.by(Rule.AC_05)
                        .with("role", caller.role().text())
                        .with("function", operation.text())
                        .build());
        this.held = scope == Scope.ANYWHERE;
    }

    /**
     * The act takes place in this region.
     *
     * @throws RefusedException AC-07 it is not the caller's
     */
    public void in(RegionCode region) {
        hold(Optional.of(region), Optional.empty());
    }

    /**
     * The act is of this cooperative.
     *
     * @throws RefusedException AC-06 it is not the caller's
     */
    public void of(CreditCode cooperative) {
        hold(Optional.empty(), Optional.of(cooperative));
    }

    /** The household agreed to what a server is asking, wherever it lives. */
    public void consented() {
        held = true;
    }

    /**
     * Holds the contract to having said where the act takes place.
     *
     * @throws IllegalStateException if the permission has a bound that no contract held the act against
     */
    public void mustHaveBeenHeld() {
        if (!held) {
            throw new IllegalStateException("Nothing was held against the bound " + scope);
        }
    }

    private void hold(Optional<RegionCode> region, Optional<CreditCode> cooperative) {
        switch (scope) {
            case OWN_REGION -> inOwnRegion(region.orElseThrow());
            case OWN_COOPERATIVE, OWN_MEMBERS -> ofOwnCooperative(cooperative.orElseThrow());
            case ANYWHERE -> {}
        }
        held = true;
    }

    private void inOwnRegion(RegionCode region) {
        RegionCode own = caller.region().orElseThrow();
        if (!region.isWithin(own)) {
            throw RefusedException.by(Rule.AC_07)
                    .with("region", region.value())
                    .with("own", own.value())
                    .build();
        }
    }

    private void ofOwnCooperative(CreditCode cooperative) {
        CreditCode own = caller.cooperative().orElseThrow();
        if (!cooperative.equals(own)) {
            throw RefusedException.by(Rule.AC_06)
                    .with("cooperative", cooperative.value())
                    .with("own", own.value())
                    .build();
        }
    }
}
