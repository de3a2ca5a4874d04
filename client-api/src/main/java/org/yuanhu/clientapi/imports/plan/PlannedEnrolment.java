package org.yuanhu.clientapi.imports.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.yuanhu.chaincode.category.CategoryPeriod;
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
public record PlannedEnrolment(
        ActId id,
        int row,
        HouseholdId household,
        RegionCode county,
        SortedMap<String, String> person,
        CategoryPeriod category,
        boolean consents)
        implements PlannedAct {
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
    public Rehearsed rehearse(ImportContext context) {
        Enrolment enrolment = context.households().rehearse(context.who(), request());
        Vouch vouch = new Vouch(id, household, county, List.of(category), enrolment.digests());
        try {
            return context.rehearse(vouch) == Rehearsed.DONE && consentStands(context) ? Rehearsed.DONE : Rehearsed.NEW;
        } catch (RefusedException refused) {
            if (refused.rule() == Rule.HH_05 && !enrolment.repeated()) {
                return Rehearsed.NEW;
            }
            throw refused;
        }
    }

    @Override
    public boolean carryOut(ImportContext context) {
        boolean repeated = context.households().enrol(context.who(), request()).repeated();
        return consents ? context.ledger().submit(context.who(), consent()).repeated() && repeated : repeated;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "row " + row + ", household " + household;
    }

    private boolean consentStands(ImportContext context) {
        return !consents || context.rehearse(consent()) == Rehearsed.DONE;
    }

    private Enrol request() {
        return new Enrol(id, Optional.of(household), county, List.of(category), person);
    }

    private Consent consent() {
        return new Consent(new ActId(id + "-consent"), household, new FieldName(DISPLAY_NAME), true);
    }
}
