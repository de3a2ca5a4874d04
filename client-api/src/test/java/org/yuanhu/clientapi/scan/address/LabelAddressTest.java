package org.yuanhu.clientapi.scan.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.goods.Lot;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.Serial;
import org.yuanhu.vocabulary.rule.RefusedException;

class LabelAddressTest {
    private static final String SERIAL = new Serial(new RunNumber("52012301"), 7, "123456").text();
    private static final LabelPath LABEL =
            new LabelPath(new Gtin("09520000000127"), new Lot("HT26-01"), Serial.parse(SERIAL));

    @Test
    void theWayALabelIsPrintedIsItsLiteralPath() {
        assertThat(LabelAddress.read(LABEL.text())).isEqualTo(new LabelAddress(LABEL, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/01/09520000000127/10/HT26-01/21/%s/",
                "//01/09520000000127/10/HT26-01/21/%s",
                "/01//09520000000127/10/HT26-01//21/%s//",
                "/gtin/09520000000127/lot/HT26-01/ser/%s",
                "/01/9520000000127/10/HT26-01/21/%s",
                "/gtin/9520000000127/10/HT26-01/ser/%s/",
            })
    void everyOtherSpellingStandsForTheSameLabel(String spelling) {
        assertThat(LabelAddress.read(spelling.formatted(SERIAL))).isEqualTo(new LabelAddress(LABEL, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/01",
                "/01/09520000000127",
                "/01/09520000000127/21/%s",
                "/01/09520000000128/10/HT26-01/21/%s",
                "/01/09520000000127/10/ht26-01/21/%s",
                "/01/09520000000127/10/HT26%2D01/21/%s",
                "/01/09520000000127/10/HT26-01/21/%s/99/x",
                "/GTIN/09520000000127/LOT/HT26-01/SER/%s",
                "/10/HT26-01/01/09520000000127/21/%s",
                "/01/./09520000000127/10/HT26-01/21/%s",
                "/01/952000000012/10/HT26-01/21/%s"
            })
    void whatIsNobodysSpellingIsRefused(String path) {
        assertThatThrownBy(() -> LabelAddress.read(path.replace("%s", SERIAL))).isInstanceOf(RefusedException.class);
    }
}
