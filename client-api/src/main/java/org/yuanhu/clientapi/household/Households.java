package org.yuanhu.clientapi.household;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.household.DisclosureKey;
import org.yuanhu.chaincode.household.Enrolment;
import org.yuanhu.chaincode.household.Person;
import org.yuanhu.chaincode.household.SealedDisclosure;
import org.yuanhu.chaincode.household.Vouch;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.Compaction;
import org.yuanhu.clientapi.ledger.submit.PrivatelySubmitted;
import org.yuanhu.clientapi.ledger.submit.Submitted;
import org.yuanhu.clientapi.secret.ProvinceKey;
import org.yuanhu.clientapi.secret.ServerKeys;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.vocabulary.id.ActId;
import org.yuanhu.vocabulary.id.HouseholdId;
import org.yuanhu.vocabulary.label.FieldName;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/** Enrols households, tells what they allow to be told, and erases them. */
@Component
public class Households {
    private static final String PERSON = "person";
    private static final int ID_BYTES = 8;

    private final Ledger ledger;
    private final Salts salts;
    private final ProvinceKey province;
    private final ServerKeys keys;
    private final List<ForgetsHouseholds> others;
    private final Compaction compaction;
    private final List<String> members;
    private final SecureRandom random = new SecureRandom();

    Households(
            Ledger ledger,
            Salts salts,
            ProvinceKey province,
            ServerKeys keys,
            Consortium consortium,
            List<ForgetsHouseholds> others,
            Compaction compaction) {
        this.ledger = ledger;
        this.salts = salts;
        this.province = province;
        this.keys = keys;
        this.others = others;
        this.compaction = compaction;
        this.members =
                consortium.collection().members().stream().map(MspId::value).toList();
    }

    /**
     * Writes who the household is into the private collection, then vouches for it in public. After a failure between the two, the
     * same request finishes it.
     *
     * @param who a county officer
     * @throws org.yuanhu.vocabulary.rule.RefusedException as the rule book says
     */
    public Enrolled enrol(UserIdentity who, Enrol request) {
        HouseholdId household = request.household().orElseGet(() -> idFor(request.id()));
        byte[] person = Json.write(person(household, request)).getBytes(StandardCharsets.UTF_8);
        PrivatelySubmitted enrolled = ledger.submitPrivate(
                who,
                Operation.ENROL.text(),
                members,
                Map.of(PERSON, person),
                household.value(),
                request.county().value());
        Enrolment enrolment = Json.read(enrolled.answer(), Enrolment.class);
        Submitted vouched = ledger.submit(
                who, new Vouch(request.id(), household, request.county(), request.categories(), enrolment.digests()));
        return new Enrolled(
                household,
                vouched.id(),
                vouched.repeated(),
                enrolled.transactionId(),
                vouched.transactionId(),
                vouched.block());
    }

    /**
     * Has the rule book judge the private part of an enrolment; nothing is written.
     *
     * @throws org.yuanhu.vocabulary.rule.RefusedException as it would be refused
     */
    public Enrolment rehearse(UserIdentity who, Enrol request) {
        HouseholdId household = request.household().orElseGet(() -> idFor(request.id()));
        byte[] person = Json.write(person(household, request)).getBytes(StandardCharsets.UTF_8);
        return ledger.evaluatePrivate(
                who,
                Enrolment.class,
                Operation.ENROL.text(),
                members,
                Map.of(PERSON, person),
                household.value(),
                request.county().value());
    }

    /**
     * One field with its salt, sealed on its way under a key made for this question.
     *
     * @throws RefusedException as the rule book says: who may be told
     */
    public Disclosure disclose(UserIdentity who, HouseholdId household, FieldName field) {
        DisclosureKey key = DisclosureKey.random(random);
        return key.open(ledger.evaluatePrivate(
                who,
                SealedDisclosure.class,
                Operation.DISCLOSE.text(),
                members,
                Map.of(DisclosureKey.NAME, key.bytes()),
                household.value(),
                field.value()));
    }

    /**
     * Purges who the household is from the ledger's private data, and then from everything of this server's. What stands on the
     * channel, random ids and salted digests, stays, and leads nowhere any more.
     */
    public Erased erase(UserIdentity who, HouseholdId household) {
        PrivatelySubmitted erased;
        try {
            erased = ledger.submitPrivate(who, Operation.ERASE.text(), members, Map.of(), household.value());
        } catch (RefusedException refused) {
            if (refused.rule() == Rule.HH_11) {
                forget(household);
            }
            throw refused;
        }
        forget(household);
        return new Erased(household, erased.transactionId());
    }

    /** Also where the ledger knew nobody any more: an erasure that was cut off is finished by asking for it again. */
    private void forget(HouseholdId household) {
        salts.forget(household);
        others.forEach(other -> other.forget(household));
        compaction.request();
    }

    /** An id that looks random to everybody else and is the same when the same act is sent again. */
    private HouseholdId idFor(ActId act) {
        byte[] mac = keys.mac("household-ids", act.value());
        return new HouseholdId(HexFormat.of().formatHex(Arrays.copyOf(mac, ID_BYTES)));
    }

    private Person person(HouseholdId household, Enrol request) {
        SortedMap<String, Person.Field> fields = new TreeMap<>();
        request.person().forEach((name, value) -> {
            String normal = Normalizer.normalize(value.strip(), Normalizer.Form.NFC);
            fields.put(name, new Person.Field(normal, salts.of(household, new FieldName(name))));
        });
        return new Person(province.family(request.idNumber()), fields);
    }
}
