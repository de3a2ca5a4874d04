package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_B;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_B;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUT;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_B;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.ordinary;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.catalogue.DefineCommodity;
import org.yuanhu.chaincode.catalogue.RegisterProduct;
import org.yuanhu.chaincode.ceiling.Confirm;
import org.yuanhu.chaincode.ceiling.Propose;
import org.yuanhu.chaincode.ceiling.SetYield;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.membership.Join;
import org.yuanhu.chaincode.registry.AdmitCompanyPrefix;
import org.yuanhu.chaincode.registry.AdmitCooperative;
import org.yuanhu.chaincode.registry.AdmitRunBlock;
import org.yuanhu.chaincode.registry.BlockNumber;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.CommodityCode;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.goods.Unit;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.registry.CreditCode;

/** Acts at the same moment: those that collide, and those that must not. */
@ExtendWith(SharedWorld.class)
class ConflictsTest {
    private static final int EACH = 50;

    private final World world;
    private final ExecutorService hands = Executors.newFixedThreadPool(8);

    ConflictsTest(World world) {
        this.world = world;
    }

    @AfterEach
    void rest() {
        hands.shutdown();
    }

    /** Each pair is endorsed on the same state, so that by itself either act is right; then everything is submitted at once. */
    @Test
    void ofTwoCollidingActsSentAtOnceExactlyOneIsValid() throws Exception {
        List<Pair> pairs = pairs();
        List<Callable<Transaction>> endorsing = new ArrayList<>();
        for (Pair pair : pairs) {
            endorsing.add(() -> pair.client.proposal(pair.one).endorse());
            endorsing.add(() -> pair.client.proposal(pair.other).endorse());
        }
        List<Transaction> endorsed = all(endorsing);

        List<Commit> submitted = all(endorsed.stream()
                .map(transaction -> (Callable<Commit>) transaction::submitAsync)
                .toList());

        assertThat(pairs).hasSize(200);
        for (int i = 0; i < pairs.size(); i++) {
            assertThat(List.of(code(submitted.get(2 * i)), code(submitted.get(2 * i + 1))))
                    .as("%s", pairs.get(i))
                    .containsExactlyInAnyOrder(TxValidationCode.VALID, TxValidationCode.MVCC_READ_CONFLICT);
        }
    }

    /** A lowered yield wins over a confirmation endorsed before it; a confirmation committed first stands, by the yield of its day. */
    @Test
    void aConfirmationEndorsedBeforeTheYieldWasLoweredIsInvalidAfterIt() throws Exception {
        for (boolean confirmedFirst : List.of(true, false)) {
            HouseholdId household = world.vouched(world.next(), COUNTY_A);
            CommodityCode tea = new CommodityCode("tea-" + world.next());
            world.province().submit(new DefineCommodity(world.id(), tea, "茶青", Unit.GRAM));
            world.province().submit(new SetYield(world.id(), tea, SEASON, grams(3_000)));
            world.proposer(COUNTY_A).submit(new Propose(world.id(), household, tea, SEASON, 10_000, grams(3_000)));
            Transaction confirm = world.city()
                    .proposal(new Confirm(world.id(), household, tea, SEASON, Optional.of(10_000L), grams(3_000)))
                    .endorse();
            Transaction lower = world.province()
                    .proposal(new SetYield(world.id(), tea, SEASON, grams(300)))
                    .endorse();
            TxValidationCode first = code((confirmedFirst ? confirm : lower).submitAsync());
            TxValidationCode second = code((confirmedFirst ? lower : confirm).submitAsync());
            assertThat(first).isEqualTo(TxValidationCode.VALID);
            assertThat(second).isEqualTo(confirmedFirst ? TxValidationCode.VALID : TxValidationCode.MVCC_READ_CONFLICT);
        }
    }

    /** Each is right by itself; whichever is second finds the key it read written. */
    @Test
    void ofTwoCompanyPrefixesOfWhichOneBeginsTheOtherTheSecondIsInvalid() throws Exception {
        for (boolean shorterFirst : List.of(true, false)) {
            String digits = "69" + (shorterFirst ? 4 : 5) + world.next();
            Transaction shorter = prefix(digits, COOPERATIVE_A);
            Transaction longer = prefix(digits + "77", COOPERATIVE_B);
            assertThat(code((shorterFirst ? shorter : longer).submitAsync())).isEqualTo(TxValidationCode.VALID);
            assertThat(code((shorterFirst ? longer : shorter).submitAsync()))
                    .isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        }
    }

    private Transaction prefix(String digits, CreditCode cooperative) throws Exception {
        return world.province()
                .proposal(new AdmitCompanyPrefix(world.id(), new CompanyPrefix(digits), cooperative))
                .endorse();
    }

    private static TxValidationCode code(Commit submitted) throws CommitStatusException {
        return submitted.getStatus().getCode();
    }

    private record Pair(Client client, Act one, Act other) {}

    private List<Pair> pairs() throws Exception {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            int n = world.next();
            CreditCode cooperative = Codes.cooperative(n);
            pairs.add(new Pair(
                    world.voucher(COUNTY_A),
                    new AdmitCooperative(world.id(), cooperative, "样例" + n, COUNTY_A),
                    new AdmitCooperative(world.id(), cooperative, "样例二" + n, COUNTY_A)));
            BlockNumber block = new BlockNumber("56" + n);
            pairs.add(new Pair(
                    world.province(),
                    new AdmitRunBlock(world.id(), block, COOPERATIVE_A),
                    new AdmitRunBlock(world.id(), block, COOPERATIVE_B)));
            Gtin gtin = Codes.gtin(n);
            pairs.add(new Pair(
                    world.manager(COOPERATIVE_A),
                    new RegisterProduct(world.id(), gtin, WALNUT, "核桃" + n, grams(500), COOPERATIVE_A),
                    new RegisterProduct(world.id(), gtin, WALNUT, "核桃" + n, grams(250), COOPERATIVE_A)));
        }
        for (RecordSheet sheet : sheets()) {
            pairs.add(new Pair(world.clerk(COOPERATIVE_A), pack(sheet), pack(sheet)));
        }
        return pairs;
    }

    /** Sheets of one line each, which two batches will want. */
    private List<RecordSheet> sheets() throws Exception {
        HouseholdId household = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        List<Callable<RecordSheet>> recording = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, List.of(ordinary(household, 100)));
            recording.add(() -> {
                world.clerk(COOPERATIVE_A).submit(sheet);
                return sheet;
            });
        }
        return all(recording);
    }

    private Pack pack(RecordSheet sheet) {
        return pack(sheet, COOPERATIVE_A, WALNUTS_A, Claim.ORDINARY);
    }

    private Pack pack(RecordSheet sheet, CreditCode cooperative, Gtin gtin, Claim claim) {
        return new Pack(
                world.id(),
                gtin,
                new Lot("C" + world.next()),
                cooperative,
                today(),
                List.of(new SheetLines(sheet.id(), List.of(0))),
                grams(100),
                grams(0),
                claim);
    }

    @Test
    void clerksOfTwoCooperativesNeverConflict() throws Exception {
        HouseholdId shared = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
        world.raise(shared, COUNTY_A, 2_000_000);
        world.clerk(COOPERATIVE_B).submit(new Join(world.id(), COOPERATIVE_B, shared, today()));
        world.proposer(COUNTY_A).submit(world.allot(shared, COOPERATIVE_A, 0, 1_000_000));
        world.proposer(COUNTY_A).submit(world.allot(shared, COOPERATIVE_B, 0, 1_000_000));
        HouseholdId ofB = world.grower(world.next(), COUNTY_B, COOPERATIVE_B, 1_000_000);

        all(List.of(
                () -> work(COOPERATIVE_A, WALNUTS_A, List.of(shared)),
                () -> work(COOPERATIVE_B, WALNUTS_B, List.of(shared, ofB))));
    }

    /** A clerk's work; a conflict would come out of it as an exception. */
    private String work(CreditCode cooperative, Gtin gtin, List<HouseholdId> households) {
        Client clerk = world.clerk(cooperative);
        for (int i = 0; i < 15; i++) {
            List<IntakeLine> lines = new ArrayList<>();
            households.forEach(household -> lines.add(line(household, 100)));
            households.forEach(household -> lines.add(ordinary(household, 100)));
            RecordSheet sheet = new RecordSheet(world.id(), cooperative, SEASON, lines);
            clerk.submit(sheet);
            clerk.submit(pack(sheet, cooperative, gtin, Claim.RECOGNISED));
        }
        return "done";
    }

    private <T> List<T> all(List<Callable<T>> calls) throws Exception {
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : hands.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
