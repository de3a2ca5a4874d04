package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.ordinary;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.attest.LabelStatus;
import org.yuanhu.chaincode.attest.Notice;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Confirmed;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.category.Category;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.AssignRun;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Standing;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.LabelClass;
import org.yuanhu.vocabulary.label.RunNumber;

@ExtendWith(SharedWorld.class)
class StoryTest {
    private static final String NONCE = "00112233445566778899aabbccddeeff";

    private final World world;

    StoryTest(World world) {
        this.world = world;
    }

    @Test
    void aLabelIsAttestedFromTheHouseholdItCameFromToItsRevocation() {
        int n = world.next();
        Lot lot = new Lot("STORY-" + n);
        BlockNumber block = new BlockNumber("55" + n);
        world.province().submit(new AdmitRunBlock(world.id(), block, COOPERATIVE_A));
        RunNumber run = RunNumber.of(block.value(), 0);
        RecognitionId recognition = world.granted(
                "story-" + world.next(), World.HALF, WALNUTS_A, COOPERATIVE_A, COUNTY_A, today().plusDays(300));
        HouseholdId first = world.grower(n, COUNTY_A, COOPERATIVE_A, 1_000_000);
        HouseholdId second = world.grower(world.next(), COUNTY_A, COOPERATIVE_A, 1_000_000);
        world.voucher(COUNTY_A).submit(new Consent(world.id(), first, new FieldName("displayName"), true));
        RecordSheet sheet = new RecordSheet(
                world.id(), COOPERATIVE_A, SEASON, List.of(line(first, 700_000), ordinary(second, 100_001)));
        world.clerk(COOPERATIVE_A).submit(sheet);
        world.clerk(COOPERATIVE_A)
                .submit(new Pack(
                        world.id(),
                        WALNUTS_A,
                        lot,
                        COOPERATIVE_A,
                        today(),
                        List.of(new SheetLines(sheet.id(), List.of(0, 1))),
                        grams(800_000),
                        grams(1),
                        Claim.MIXED));
        world.clerk(COOPERATIVE_A)
                .submit(new AssignRun(
                        world.id(), run, WALNUTS_A, lot, LabelClass.UNIT, 1600, Hash.ZERO, List.of(recognition)));

        Attestation told = attest(run);
        assertThat(told.findings().label()).isEqualTo(LabelStatus.ASSIGNED);
        assertThat(told.findings().claim()).isEqualTo(Claim.MIXED);
        assertThat(told.findings().share()).isEqualTo(new Attestation.ShareStory(grams(699_999), 874));
        assertThat(told.findings().seasons()).containsExactly(SEASON);
        assertThat(told.findings().notices()).containsExactly(Notice.MIXED);
        assertThat(told.findings().confirmations()).isEqualTo(new Confirmed(1, 0, 1));
        Attestation.RecognitionStory under = told.findings().recognitions().get(0);
        assertThat(under.state()).isEqualTo(Standing.IN_FORCE);
        assertThat(List.of(under.least().orElseThrow(), under.counting().orElseThrow()))
                .containsExactly(500, 874);
        assertThat(under.categories().orElseThrow()).containsExactly(Category.LIFTED, Category.MONITORED);
        assertThat(told.goods().counties().get(0).name()).isEqualTo("黎平县");
        assertThat(told.goods().households().count()).isEqualTo(2);
        Disclosure disclosure = world.server().disclose(first, "displayName");
        assertThat(disclosure.value()).isEqualTo("样例" + n);
        assertThat(told.goods().households().listed().get(0).displayName()).hasValue(disclosure.digest());
        assertThat(told.goods().households().listed().get(1).displayName()).isEmpty();

        world.city().submit(new Revoke(world.id(), recognition, "样品不合格"));
        assertThat(attest(run).findings().notices()).containsExactly(Notice.RECOGNITION_REVOKED, Notice.MIXED);
        assertThat(attest(run).findings().label()).isEqualTo(LabelStatus.ASSIGNED);
        assertThat(attest(run)
                        .findings()
                        .recognitions()
                        .get(0)
                        .revocation()
                        .orElseThrow()
                        .reason())
                .isEqualTo("样品不合格");
    }

    private Attestation attest(RunNumber run) {
        return Json.read(world.platform().evaluate(Operation.ATTEST, run.value(), "7", NONCE), Attestation.class);
    }
}
