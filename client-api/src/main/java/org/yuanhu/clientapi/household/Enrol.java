package org.yuanhu.clientapi.household;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.yuanhu.chaincode.act.FieldRules;
import org.yuanhu.chaincode.category.CategoryPeriod;
import org.yuanhu.chaincode.json.Confidential;
import org.yuanhu.chaincode.json.Incoming;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A county enrols a household and vouches for it.
 *
 * @param id of the public act; sent again, it is the same act
 * @param household a random id made before, or none to have one made
 * @param county where it lives
 * @param categories what kind of household it is or was
 * @param person who it is: 1 to 16 fields such as {@code name}, {@code idNumber}, {@code phone}, {@code displayName}. {@code
 *     idNumber} is needed. All of it goes to the private collection only
 */
@Confidential
public record Enrol(
        ActId id,
        Optional<HouseholdId> household,
        RegionCode county,
        List<CategoryPeriod> categories,

        @Schema(example = "{\"name\":\"…\",\"idNumber\":\"…\",\"phone\":\"…\",\"displayName\":\"…\"}")
        SortedMap<String, String> person)
        implements Incoming {
    /** The field by which a family is known again. */
    public static final String ID_NUMBER = "idNumber";

    /**
     * A refusal counts fields by name, from 0, and repeats neither their names nor their values.
     *
     * @throws RefusedException DC-03 without an id number, FM-16 a field's name
     */
    public Enrol {
        int place = 0;
        for (String name : person.keySet()) {
            if (!FieldName.isOne(name)) {
                throw RefusedException.by(Rule.FM_16)
                        .with("field", "person[" + place + "]")
                        .with("value", Confidential.UNTOLD)
                        .build();
            }
            place++;
        }
        if (!person.containsKey(ID_NUMBER)) {
            throw RefusedException.by(Rule.DC_03)
                    .with("field", "person." + ID_NUMBER)
                    .build();
        }
    }

    /** @throws RefusedException FM-33 a category ends before it begins; found before anything private is written */
    @Override
    public void validate() {
        FieldRules.mustEachBeValid("categories", categories);
    }

    String idNumber() {
        return Objects.requireNonNull(person.get(ID_NUMBER));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Enrol " + id;
    }
}
