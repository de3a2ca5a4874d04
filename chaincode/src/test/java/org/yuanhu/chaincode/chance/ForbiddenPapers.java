package org.yuanhu.chaincode.chance;

import static org.yuanhu.chaincode.testledger.World.COOPERATIVE_A;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.SCHEME;
import static org.yuanhu.chaincode.testledger.World.WALNUTS_A;
import static org.yuanhu.chaincode.testledger.World.today;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.yuanhu.chaincode.access.Operation;
import org.yuanhu.chaincode.access.Role;
import org.yuanhu.chaincode.act.Act;
import org.yuanhu.chaincode.chance.Village.Award;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.recognition.Advance;
import org.yuanhu.chaincode.recognition.Apply;
import org.yuanhu.chaincode.recognition.DefineScheme;
import org.yuanhu.chaincode.recognition.Requirement;
import org.yuanhu.chaincode.recognition.Revoke;
import org.yuanhu.chaincode.recognition.Step;
import org.yuanhu.chaincode.recognition.Validity;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.id.RecognitionId;
import org.yuanhu.vocabulary.id.SchemeId;
import org.yuanhu.vocabulary.rule.Rule;

/** For each rule about schemes and recognitions an act that it must refuse. */
final class ForbiddenPapers {
    private final Village village;
    private final World world;
    private final Map<Rule, Supplier<Optional<Attempt>>> all = new EnumMap<>(Rule.class);

    ForbiddenPapers(Village village) {
        this.village = village;
        this.world = village.world;
        papers();
    }

    Map<Rule, Supplier<Optional<Attempt>>> all() {
        return all;
    }

    private void papers() {
        always(
                Rule.RC_01,
                () -> world.manager(COOPERATIVE_A),
                () -> new Apply(
                        world.id(), new RecognitionId("x"), new SchemeId("none"), WALNUTS_A, COOPERATIVE_A, COUNTY_A));
        always(Rule.RC_02, world::province, () -> scheme(SCHEME.value(), Role.CITY_OFFICER, Role.PLATFORM_OPERATOR));
        always(Rule.RC_11, world::province, () -> scheme("clerks", Role.COUNTY_OFFICER, Role.CLERK));
        always(Rule.RC_12, world::province, () -> scheme("two-levels", Role.COUNTY_OFFICER, Role.CITY_OFFICER));
        granting(Rule.RC_13, new Validity(today(), today().plusYears(3)));
        granting(Rule.RC_14, new Validity(today().minusDays(1), today().plusDays(9)));
        always(Rule.RC_03, world::city, () -> new Revoke(world.id(), new RecognitionId("none"), "不合格"));
        award(
                Rule.RC_04,
                award -> true,
                award -> world.manager(award.cooperative),
                award -> new Apply(world.id(), award.id, SCHEME, award.gtin, award.cooperative, award.county));
        award(
                Rule.RC_05,
                award -> open(award) && award.taken < 2,
                award -> world.province(),
                award -> new Advance(world.id(), award.id, "province", Optional.empty()));
        award(
                Rule.RC_06,
                award -> open(award) && award.taken == 0,
                award -> world.city(),
                award -> new Advance(world.id(), award.id, "county", Optional.empty()));
        award(
                Rule.RC_07,
                award -> open(award) && award.taken == 1,
                award -> world.city(),
                award -> new Advance(world.id(), award.id, "city", Optional.of(new Validity(today(), today()))));
        award(
                Rule.RC_08,
                award -> award.taken == 3 && !award.revoked,
                award -> world.city(),
                award -> new Advance(world.id(), award.id, "city", Optional.empty()));
        award(
                Rule.RC_09,
                award -> award.revoked,
                award -> world.city(),
                award -> new Revoke(world.id(), award.id, "不合格"));
        all.put(
                Rule.RC_10,
                () -> Optional.of(Attempt.refused(Rule.RC_10, "two steps of one name", () -> {
                    DefineScheme scheme = scheme("twice", Role.CITY_OFFICER, Role.PLATFORM_OPERATOR);
                    world.province()
                            .submit(Operation.DEFINE_SCHEME, Json.write(scheme).replace("\"b\"", "\"a\""));
                })));
    }

    private DefineScheme scheme(String id, Role first, Role second) {
        return new DefineScheme(
                world.id(),
                new SchemeId(id),
                "方案",
                List.of(new Step("a", first), new Step("b", second)),
                Requirement.STRICT);
    }

    /** The last step with days no recognition may have. */
    private void granting(Rule rule, Validity validity) {
        award(
                rule,
                award -> open(award) && award.taken == 2,
                award -> world.province(),
                award -> new Advance(world.id(), award.id, "province", Optional.of(validity)));
    }

    private static boolean open(Award award) {
        return !award.revoked && award.taken < 3;
    }

    private void always(Rule rule, Supplier<Client> client, Supplier<Act> act) {
        all.put(rule, () -> Optional.of(Attempt.refused(rule, client.get(), act.get())));
    }

    private void award(
            Rule rule,
            java.util.function.Predicate<Award> which,
            java.util.function.Function<Award, Client> client,
            java.util.function.Function<Award, Act> act) {
        all.put(
                rule,
                () -> village.any(village.awards, which)
                        .map(award -> Attempt.refused(rule, client.apply(award), act.apply(award))));
    }
}
