package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.household.Reinstate;
import org.yuanhu.chaincode.household.Suspend;
import org.yuanhu.chaincode.household.Withdraw;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.StateDigest;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Rule;

@ExtendWith(SharedWorld.class)
class OnceTest {
    private final World world;

    OnceTest(World world) {
        this.world = world;
    }

    @Test
    void anActHappensOnceAndItsIdNeverMeansSomethingElse() {
        HouseholdId household = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000);
        Client clerk = world.clerk(COOPERATIVE_A);
        RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(line(household, 600)));
        assertThat(clerk.submit(sheet).repeated()).isFalse();

        String before = StateDigest.of(world);
        assertThat(clerk.submit(sheet).repeated()).isTrue();
        String spaced = Json.write(sheet).replace(":", " : ");
        assertThat(clerk.submit(Operation.RECORD_SHEET, spaced)).contains("\"repeated\":true");
        assertThat(StateDigest.of(world)).isEqualTo(before);

        RecordSheet other = new RecordSheet(sheet.id(), COOPERATIVE_A, SEASON, List.of(line(household, 1)));
        refuses(world, Rule.ID_01, clerk, other);
        refuses(world, Rule.ID_01, clerk, new Join(sheet.id(), COOPERATIVE_A, household, today()));
        refuses(world, Rule.AC_06, world.clerk(COOPERATIVE_B), sheet);
    }

    @Test
    void twoActsOfOneFormAreNotTheSameAct() {
        HouseholdId household = world.vouched(world.next(), COUNTY_A);
        Client officer = world.voucher(COUNTY_A);
        Suspend suspend = new Suspend(world.id(), household, "核查");
        officer.submit(suspend);
        Withdraw withdraw = new Withdraw(suspend.id(), household, "核查");
        assertThat(Json.write(withdraw)).isEqualTo(Json.write(suspend));

        refuses(world, Rule.ID_01, officer, withdraw);
        refuses(world, Rule.ID_01, officer, new Reinstate(suspend.id(), household, "核查"));
        assertThat(officer.submit(suspend).repeated()).isTrue();
    }
}
