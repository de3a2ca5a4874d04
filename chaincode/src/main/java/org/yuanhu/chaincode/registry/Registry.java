package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.CreditCode;
import org.yuanhu.vocabulary.Refused;
import org.yuanhu.vocabulary.RegionCode;
import org.yuanhu.vocabulary.Rule;
import org.yuanhu.vocabulary.RunNumber;

/** The regions, cooperatives and blocks admitted so far. */
public final class Registry {
    /** By code. */
    public static final Table<Region> REGIONS = new Table<>("region", Region.class, 1);
    /** By credit code. */
    public static final Table<Cooperative> COOPERATIVES = new Table<>("cooperative", Cooperative.class, 1);
    /** By block. */
    public static final Table<RunBlock> BLOCKS = new Table<>("runblock", RunBlock.class, 1);

    private final State state;

    public Registry(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The region, which must be admitted.
     *
     * @throws Refused RG-01 the region is not admitted
     */
    public Region region(RegionCode code) {
        return state.find(REGIONS, code).orElseThrow(() -> Refused.of(Rule.RG_01, "region", code.value()));
    }

    /**
     * The region, which must be an admitted county.
     *
     * @throws Refused RG-03 it is no county, RG-01 it is not admitted
     */
    public Region county(RegionCode code) {
        if (code.level() != RegionCode.Level.COUNTY) {
            throw Refused.of(Rule.RG_03, "region", code.value());
        }
        return region(code);
    }

    /**
     * The cooperative, which must be admitted.
     *
     * @throws Refused RG-04 the cooperative is not admitted
     */
    public Cooperative cooperative(CreditCode code) {
        return state.find(COOPERATIVES, code).orElseThrow(() -> Refused.of(Rule.RG_04, "cooperative", code.value()));
    }

    /**
     * Refuses a run number that lies in no block of this cooperative.
     *
     * @throws Refused RN-01 the run lies in no block of this cooperative
     */
    public void mustOwnBlockOf(RunNumber run, CreditCode cooperative) {
        boolean owned = state.find(BLOCKS, BlockNumber.of(run))
                .filter(block -> block.cooperative().equals(cooperative))
                .isPresent();
        if (!owned) {
            throw Refused.of(Rule.RN_01, "run", run.value(), "cooperative", cooperative.value());
        }
    }

    void admit(Region region) {
        if (state.has(REGIONS, region.code())) {
            throw Refused.of(Rule.RG_02, "region", region.code().value());
        }
        state.put(REGIONS, region, region.code());
    }

    void admit(Cooperative cooperative) {
        if (state.has(COOPERATIVES, cooperative.code())) {
            throw Refused.of(Rule.RG_05, "cooperative", cooperative.code().value());
        }
        state.put(COOPERATIVES, cooperative, cooperative.code());
    }

    void admit(RunBlock block) {
        if (state.has(BLOCKS, block.block())) {
            throw Refused.of(Rule.RG_06, "block", block.block().value());
        }
        state.put(BLOCKS, block, block.block());
    }
}
