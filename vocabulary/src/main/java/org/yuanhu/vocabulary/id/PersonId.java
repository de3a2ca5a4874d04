package org.yuanhu.vocabulary.id;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.rule.Form;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Who holds a certificate, as their organisation tells its people apart: the attribute {@code yuanhu.person}, the same in every
 * certificate of one person and in no other's.
 *
 * @param value 1 to 64 of letters, digits, dot, underscore and hyphen, beginning with a letter or digit; never a person's name
 */
public record PersonId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws RefusedException FM-16 */
    public PersonId {
        Form.mustMatch(Rule.FM_16, "person", value, FORM);
    }

    /**
     * What the ledger keeps of the person: SHA-256("yuanhu-holder-v1\n{msp}\n{person}").
     *
     * @param msp the organisation's MSP id
     */
    public Hash holder(String msp) {
        return Hash.sha256(("yuanhu-holder-v1\n" + msp + "\n" + value).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }
}
