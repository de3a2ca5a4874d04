package org.yuanhu.chaincode.household;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.json.Confidential;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldDigest;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.label.Salt;
import org.yuanhu.vocabulary.rule.Limits;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Who a household is, as the transient field {@code person} of an enrolment carries it. It never leaves the private collection.
 *
 * @param family HMAC-SHA256(province key, id number), so that one family is not enrolled twice; the key enters no transaction
 * @param fields 1 to 16, such as {@code displayName}
 */
@Confidential
public record Person(Hash family, SortedMap<String, Field> fields) implements Incoming {
    /** Characters of one value. */
    public static final int VALUE = 1_000;

    /**
     * One field.
     *
     * @param value Unicode normal form C
     * @param salt made by the client, so that the value cannot be found from its digest
     */
    public record Field(String value, Salt salt) {
        /** Tells nothing. */
        @Override
        public String toString() {
            return Confidential.UNTOLD;
        }
    }

    public Person {
        fields = new TreeMap<>(fields);
    }

    /**
     * A refusal counts fields by name, from 0, and repeats neither their names nor their values.
     *
     * @throws RefusedException FM-16 a name, FM-34 a value, FM-26, FM-29 how many, HH-13 a salt of one byte or of another field
     */
    @Override
    public void validate() {
        FieldRules.mustBeAtLeast("fields", fields.size(), 1);
        Limits.mustHold("fields", fields.size(), PersonDigest.MOST);
        Set<Salt> salts = new LinkedHashSet<>();
        int place = 0;
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            String path = "fields[" + place++ + "]";
            mustBeWellFormed(path, field.getKey(), field.getValue());
            if (field.getValue().salt().isOneByte()
                    || !salts.add(field.getValue().salt())) {
                throw RefusedException.by(Rule.HH_13).with("field", path).build();
            }
        }
    }

    private static void mustBeWellFormed(String path, String name, Field field) {
        if (!FieldName.isOne(name)) {
            throw RefusedException.by(Rule.FM_16)
                    .with("field", path)
                    .with("value", Confidential.UNTOLD)
                    .build();
        }
        if (field.value().isEmpty() || !FieldRules.isText(field.value(), VALUE)) {
            throw RefusedException.by(Rule.FM_34)
                    .with("field", path)
                    .with("value", Confidential.UNTOLD)
                    .with("limit", VALUE)
                    .build();
        }
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return Confidential.UNTOLD;
    }

    /** One digest per field, sorted by field: what the public act carries. */
    public List<PersonDigest> digests(HouseholdId household) {
        List<PersonDigest> digests = new ArrayList<>();
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            FieldName name = new FieldName(field.getKey());
            Field told = field.getValue();
            digests.add(new PersonDigest(name, FieldDigest.of(household, name, told.salt(), told.value())));
        }
        return List.copyOf(digests);
    }
}
