package org.yuanhu.chaincode.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuanhu.chaincode.testledger.Refusing.refuses;
import static org.yuanhu.chaincode.testledger.World.COUNTY_A;
import static org.yuanhu.chaincode.testledger.World.person;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuanhu.chaincode.household.Person;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.testledger.Client;
import org.yuanhu.chaincode.testledger.Codes;
import org.yuanhu.chaincode.testledger.SharedWorld;
import org.yuanhu.chaincode.testledger.World;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;
import org.yuanhu.vocabulary.rule.RuleText;

/** Whatever is wrong with what was sent in private, a refusal says where and by which rule, and nothing of what stood there. */
@ExtendWith(SharedWorld.class)
class UntoldTest {
    private static final String MARK = "520102190001011234";

    private final World world;
    private final Client officer;

    UntoldTest(World world) {
        this.world = world;
        this.officer = world.voucher(COUNTY_A);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "an id number as family | FM-19 | family | \"family\":\"[0-9a-f]+\" | \"family\":\"MARK\"",
                "a number as family | DC-03 | family | \"family\":\"[0-9a-f]+\" | \"family\":MARK",
                "an object as family | DC-03 | family | \"family\":\"[0-9a-f]+\" | \"family\":{\"MARK\":1}",
                "a value as a field's name | FM-16 | fields[0] | \"displayName\": | \"MARK\":",
                "a field of the person | DC-02 | * | \"family\": | \"MARK\":1,\"family\":",
                "a field of a field | DC-02 | fields.*.* | \"value\": | \"MARK\":1,\"value\":",
                "a value of another type | DC-03 | fields.*.value | \"value\":\"[^\"]+\" | \"value\":MARK",
                "a list as value | DC-03 | fields.*.value | \"value\":\"[^\"]+\" | \"value\":[\"MARK\"]",
                "a value for a field | DC-03 | fields.* | \\{\"value\":[^}]+} | \"MARK\"",
                "a value as salt | FM-19 | fields.*.salt | \"salt\":\"[^\"]+\" | \"salt\":\"MARK\"",
                "no salt | DC-03 | fields.*.salt | ,\"salt\":\"[^\"]+\" | ''",
                "blanks at its end | FM-34 | fields[0] | \"value\":\"[^\"]+\" | \"value\":\"MARK \"",
                "no value | FM-34 | fields[0] | \"value\":\"[^\"]+\" | \"value\":\"\"",
                "a character nobody sees | FM-34 | fields[0] | \"value\":\"[^\"]+\" | \"value\":\"MARK\\\\u200b\"",
                "half a character | FM-27 | fields.*.value | \"value\":\"[^\"]+\" | \"value\":\"MARK\\\\ud800\"",
                "a name twice | DC-01 | '' | \"family\": | \"MARK\":1,\"MARK\":1,\"family\":",
                "no JSON | DC-01 | '' | \\}$ | MARK",
                "a value for all | DC-03 | '' | ^.*$ | \"MARK\"",
            })
    void refusesByRuleAndPlaceAlone(String what, String rule, String field, String from, String to) {
        String sound = Json.write(person(world.next()));
        String spoilt = sound.replaceFirst(from, to.replace("MARK", MARK));
        assertThat(spoilt).as(what).isNotEqualTo(sound);

        RefusedException refused = refuses(world, Rule.ofId(rule).orElseThrow(), () -> enrol(spoilt));

        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            assertThat(RuleText.of(locale).say(refused)).as(what).doesNotContain(MARK);
        }
        assertThat(refused.getMessage()).as(what).doesNotContain(MARK).doesNotContain("样例");
        if (!field.isEmpty()) {
            assertThat(refused.arguments()).as(what).containsEntry("field", field);
        }
    }

    @Test
    void refusesSaltsThatNobodyMadeAtRandom() {
        String sound = Json.write(person(world.next()));
        String zeros = sound.replaceFirst("\"salt\":\"[0-9a-f]{32}", "\"salt\":\"" + "0".repeat(32));
        String oneByte = sound.replaceFirst("\"salt\":\"[0-9a-f]{32}", "\"salt\":\"" + "a5".repeat(16));
        String repeated = sound.replaceAll("\"salt\":\"[0-9a-f]{32}", "\"salt\":\"" + "0123456789abcdef".repeat(2));

        assertThat(refuses(world, Rule.HH_13, () -> enrol(zeros)).arguments()).containsEntry("field", "fields[0]");
        refuses(world, Rule.HH_13, () -> enrol(oneByte));
        assertThat(refuses(world, Rule.HH_13, () -> enrol(repeated)).arguments())
                .containsEntry("field", "fields[1]");
        enrol(sound);
    }

    @Test
    void noRecordOfAPersonSaysWhoItIs() {
        Person person = person(1);
        assertThat(person + " " + person.fields())
                .doesNotContain("样例")
                .doesNotContain(person.family().value());
    }

    private void enrol(String person) {
        officer.enrol(Codes.household(world.next()).value(), COUNTY_A.value(), person);
    }
}
