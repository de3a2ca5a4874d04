package org.yuanhu.clientapi.imports.wish;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.yuanhu.chaincode.household.CategoryPeriod;
import org.yuanhu.chaincode.household.Consent;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.clientapi.household.Enrol;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.registry.RegionCode;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * A household: its person enrolled in private, then vouched for, and its consent noted.
 *
 * @param id of the public act
 * @param person the private fields by name; never logged
 * @param consents whether the display name may be shown
 */
public record EnrolmentWish(
        ActId id,
        int row,
        HouseholdId household,
        RegionCode county,
        SortedMap<String, String> person,
        CategoryPeriod category,
        boolean consents)
        implements Wish {
    /** The private field that a household may allow to be shown. */
    public static final String DISPLAY_NAME = "displayName";

    @Override
    public List<Integer> rows() {
        return List.of(row);
    }

    @Override
    public String subject() {
        return household.value();
    }

    @Override
    public String chain() {
        return household.value();
    }

    /** The public act holds the private one's hash against its digests: before the private one is written that must fail, and only that. */
    @Override
    public Rehearsed rehearse(Desk desk) {
        Enrolment enrolment = desk.households().rehearse(desk.who(), request());
        Vouch vouch = new Vouch(id, household, county, List.of(category), enrolment.digests());
        try {
            return desk.rehearse(vouch) == Rehearsed.DONE && consentStands(desk) ? Rehearsed.DONE : Rehearsed.NEW;
        } catch (RefusedException refused) {
            if (refused.rule() == Rule.HH_05 && !enrolment.repeated()) {
                return Rehearsed.NEW;
            }
            throw refused;
        }
    }

    @Override
    public boolean carryOut(Desk desk) {
        boolean repeated = desk.households().enrol(desk.who(), request()).repeated();
        return consents ? desk.ledger().submit(desk.who(), consent()).repeated() && repeated : repeated;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "row " + row + ", household " + household;
    }

    private boolean consentStands(Desk desk) {
        return !consents || desk.rehearse(consent()) == Rehearsed.DONE;
    }

    private Enrol request() {
        return new Enrol(id, Optional.of(household), county, List.of(category), person);
    }

    private Consent consent() {
        return new Consent(new ActId(id + "-consent"), household, new FieldName(DISPLAY_NAME), true);
    }
}
