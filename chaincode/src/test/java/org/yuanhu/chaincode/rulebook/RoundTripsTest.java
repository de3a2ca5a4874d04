package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SEASON;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.grams;
import static org.yuanhu.chaincode.testledger.World.line;
import static org.yuanhu.chaincode.testledger.World.today;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuanhu.chaincode.batch.Claim;
import org.yuanhu.chaincode.batch.Pack;
import org.yuanhu.chaincode.batch.SheetLines;
import org.yuanhu.chaincode.intake.IntakeLine;
import org.yuanhu.chaincode.intake.RecordSheet;
import org.yuanhu.chaincode.testledger.CountingChaincode;
import org.yuanhu.chaincode.testledger.EmbeddedTestLedger;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.rule.Limits;

/** Fabric costs a round trip to the peer for every key read or written; a clerk waits for all of them. */
class RoundTripsTest {
    @TempDir
    private Path folder;

    @Test
    void aSheetOfFiveHundredRecognisedLinesNeedsAtMostOneRoundTripForFiveLines() throws Exception {
        List<CountingChaincode> counting = new ArrayList<>();
        var ledger = EmbeddedTestLedger.start(folder, chaincode -> {
            counting.add(new CountingChaincode(chaincode));
            return counting.get(0);
        });
        try (World world = World.on(ledger)) {
            world.found();
            List<HouseholdId> growers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                HouseholdId grower = world.member(world.next(), COUNTY_A, COOPERATIVE_A);
                world.raise(grower, COUNTY_A, 1_000_000);
                world.proposer(COUNTY_A).submit(world.allot(grower, COOPERATIVE_A, 0, 1_000_000));
                growers.add(grower);
            }
            List<IntakeLine> lines = IntStream.range(0, Limits.LINES_A_SHEET)
                    .mapToObj(i -> line(growers.get(i % growers.size()), 1_000 + i))
                    .toList();
            RecordSheet sheet = new RecordSheet(world.id(), COOPERATIVE_A, SEASON, lines);

            counting.get(0).reset();
            world.clerk(COOPERATIVE_A).submit(sheet);
            assertThat(counting.get(0).perCall())
                    .isPositive()
                    .isLessThanOrEqualTo(Limits.LINES_A_SHEET / 5)
                    .as("what one page needs: act, cooperative, commodity and page read, page and act written")
                    .isEqualTo(6);

            long weight =
                    lines.stream().mapToLong(line -> line.quantity().value()).sum();
            Pack pack = new Pack(
                    world.id(),
                    WALNUTS_A,
                    new Lot("L"),
                    COOPERATIVE_A,
                    today(),
                    List.of(new SheetLines(
                            sheet.id(), IntStream.range(0, lines.size()).boxed().toList())),
                    grams(weight),
                    grams(0),
                    Claim.RECOGNISED);
            counting.get(0).reset();
            world.clerk(COOPERATIVE_A).submit(pack);
            assertThat(counting.get(0).perCall()).isPositive().isLessThanOrEqualTo(12);
        }
    }
}
