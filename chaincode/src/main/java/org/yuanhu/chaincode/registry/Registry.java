package org.yuanhu.chaincode.registry;

import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.text.LookAlike;

/** The regions, cooperatives and blocks admitted so far. */
public final class Registry {
    /** By code. */
    public static final Table<Region> REGIONS = new Table<>("region", Region.class, 1);
    /** By credit code. */
    public static final Table<Cooperative> COOPERATIVES = new Table<>("cooperative", Cooperative.class, 1);
    /** By county and {@link LookAlike#key} of the name: one read tells whether another looks the same. */
    public static final Table<CooperativeName> NAMES = new Table<>("cooperativename", CooperativeName.class, 2);
    /** By block. */
    public static final Table<RunBlock> BLOCKS = new Table<>("runblock", RunBlock.class, 1);

    private final State state;

    public Registry(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * The region, which must be admitted.
     *
     * @throws RefusedException RG-01 the region is not admitted
     */
    public Region region(RegionCode code) {
        return state.find(REGIONS, code)
                .orElseThrow(() -> RefusedException.by(Rule.RG_01)
                        .with("region", code.value())
                        .build());
    }

    /**
     * The region, which must be an admitted county.
     *
     * @throws RefusedException RG-03 it is no county, RG-01 it is not admitted
     */
    public Region county(RegionCode code) {
        if (code.level() != RegionCode.Level.COUNTY) {
            throw RefusedException.by(Rule.RG_03).with("region", code.value()).build();
        }
        return region(code);
    }

    /**
     * The cooperative, which must be admitted.
     *
     * @throws RefusedException RG-04 the cooperative is not admitted
     */
    public Cooperative cooperative(CreditCode code) {
        return state.find(COOPERATIVES, code)
                .orElseThrow(() -> RefusedException.by(Rule.RG_04)
                        .with("cooperative", code.value())
                        .build());
    }

    /**
     * Refuses a run number that lies in no block of this cooperative.
     *
     * @throws RefusedException RN-01 the run lies in no block of this cooperative
     */
    public void mustOwnBlockOf(RunNumber run, CreditCode cooperative) {
        boolean owned = state.find(BLOCKS, BlockNumber.of(run))
                .filter(block -> block.cooperative().equals(cooperative))
                .isPresent();
        if (!owned) {
            throw RefusedException.by(Rule.RN_01)
                    .with("run", run.value())
                    .with("cooperative", cooperative.value())
                    .build();
        }
    }

    void admit(Region region) {
        if (state.has(REGIONS, region.code())) {
            throw RefusedException.by(Rule.RG_02)
                    .with("region", region.code().value())
                    .build();
        }
        state.put(REGIONS, region, region.code());
    }

    void admit(Cooperative cooperative) {
        if (state.has(COOPERATIVES, cooperative.code())) {
            throw RefusedException.by(Rule.RG_05)
                    .with("cooperative", cooperative.code().value())
                    .build();
        }
        Hash look = LookAlike.key(cooperative.name());
        state.find(NAMES, cooperative.county(), look).ifPresent(taken -> {
            throw RefusedException.by(Rule.RG_07)
                    .with("name", cooperative.name())
                    .with("taken", taken.name())
                    .with("cooperative", taken.cooperative().value())
                    .build();
        });
        state.put(COOPERATIVES, cooperative, cooperative.code());
        state.put(
                NAMES,
                new CooperativeName(cooperative.county(), cooperative.name(), cooperative.code()),
                cooperative.county(),
                look);
    }

    void admit(RunBlock block) {
        if (state.has(BLOCKS, block.block())) {
            throw RefusedException.by(Rule.RG_06)
                    .with("block", block.block().value())
                    .build();
        }
        state.put(BLOCKS, block, block.block());
    }
}
