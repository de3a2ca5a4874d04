package org.yuanhu.chaincode.registry;

import java.util.Optional;
import org.yuanhu.chaincode.ledger.State;
import org.yuanhu.chaincode.ledger.Table;
import org.yuanhu.chaincode.ledger.YuanhuContext;
import org.yuanhu.vocabulary.goods.CompanyPrefix;
import org.yuanhu.vocabulary.goods.Gtin;
import org.yuanhu.vocabulary.registry.CreditCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * The GS1 company prefixes admitted so far, none of which begins another. Beside each stand the digits it begins with, from four on, so that
 * one key tells whether another would begin it, and two that exclude each other collide.
 */
public final class CompanyPrefixes {
    /** By digits. */
    public static final Table<AdmittedPrefix> TABLE = new Table<>("companyprefix", AdmittedPrefix.class, 1);

    private final State state;

    public CompanyPrefixes(YuanhuContext ledger) {
        this.state = ledger.state();
    }

    /**
     * Refuses a GTIN that begins with no prefix of this cooperative.
     *
     * @throws RefusedException CT-09
     */
    public void mustBegin(Gtin gtin, CreditCode cooperative) {
        if (!holder(gtin).equals(Optional.of(cooperative))) {
            throw RefusedException.by(Rule.CT_09)
                    .with("gtin", gtin.value())
                    .with("cooperative", cooperative.value())
                    .build();
        }
    }

    void admit(CompanyPrefix prefix, CreditCode cooperative) {
        for (int digits = CompanyPrefix.SHORTEST; digits < prefix.digits(); digits++) {
            CompanyPrefix beginning = prefix.first(digits);
            Optional<AdmittedPrefix> known = state.find(TABLE, beginning);
            if (known.isEmpty()) {
                put(new AdmittedPrefix(beginning, Optional.empty()));
            } else if (known.get().cooperative().isPresent()) {
                throw excluded(prefix, beginning);
            }
        }
        if (state.has(TABLE, prefix)) {
            throw excluded(prefix, prefix);
        }
        put(new AdmittedPrefix(prefix, Optional.of(cooperative)));
    }

    /** Whose the number is; at each length the digits are admitted, or begin others, or lead nowhere. */
    private Optional<CreditCode> holder(Gtin gtin) {
        Optional<AdmittedPrefix> known = Optional.empty();
        int digits = CompanyPrefix.SHORTEST;
        do {
            known = state.find(TABLE, CompanyPrefix.of(gtin, digits));
            digits++;
        } while (known.isPresent() && known.get().cooperative().isEmpty() && digits <= CompanyPrefix.LONGEST);
        return known.flatMap(AdmittedPrefix::cooperative);
    }

    private void put(AdmittedPrefix known) {
        state.put(TABLE, known, known.prefix());
    }

    private static RefusedException excluded(CompanyPrefix prefix, CompanyPrefix taken) {
        return RefusedException.by(Rule.CT_08)
                .with("prefix", prefix.value())
                .with("taken", taken.value())
                .build();
    }
}
