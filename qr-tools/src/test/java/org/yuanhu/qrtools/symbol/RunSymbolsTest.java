package org.yuanhu.qrtools.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.qrtools.RandomRuns;
import org.yuanhu.qrtools.link.DigitalLink;
import org.yuanhu.qrtools.link.Origin;
import org.yuanhu.qrtools.run.PrintRunLabels;

class RunSymbolsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everySymbolIsTheOneZxingMakes(long seed) {
        RandomRuns random = new RandomRuns(seed);
        PrintRunLabels labels = random.labels(100_000);
        Origin origin = random.origin();
        RunSymbols symbols = new RunSymbols(origin, labels);

        assertThat(symbols.isLinear()).isTrue();
        for (int index = 0; index < 100_000; index += 2_003) {
            String text = new DigitalLink(origin, labels.path(index)).text();
            assertThat(symbols.symbol(index)).as(text).isEqualTo(ZxingSymbols.encode(text));
        }
    }
}
