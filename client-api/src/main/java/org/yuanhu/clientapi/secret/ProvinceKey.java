package org.yuanhu.clientapi.secret;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.RoleName;
import org.yuanhu.consortium.enrolment.Enrolment;
import org.yuanhu.vocabulary.Hash;

/**
 * The province's key, by which one family is known again without its id number being written anywhere. All the province's counties
 * use the same; it belongs to the organisation that enrols households, lies in the file {@code yuanhu.province-key} and enters no
 * transaction. Two keys would be two families where there is one: so it is given, and only the demo makes one of its own.
 */
@Component
public final class ProvinceKey {
    private static final RoleName ENROLS = new RoleName("county-officer");
    private static final String MAKE =
            "The province makes it once, for every server of its counties: openssl rand -hex 32 > FILE; then say"
                    + " --yuanhu.province-key=FILE, and keep it in the backup of the keys.";

    private final KeyFile file;
    private final boolean isDemo;
    private final ObjectProvider<KeyDependants> others;

    /** @throws MissingKeyException this server enrols households outside of the demo, and was given no key; or it had one and has none now */
    ProvinceKey(
            Home home,
            @Value("${yuanhu.province-key}") Path path,
            Consortium consortium,
            Enrolment enrolment,
            Environment environment,
            ObjectProvider<KeyDependants> others) {
        this.file = new KeyFile(path, home.folder("key-marks").resolve("province.key"));
        this.isDemo = environment.acceptsProfiles(Profiles.of("demo"));
        this.others = others;
        boolean enrols =
                enrolment.organisations().contains(consortium.role(ENROLS).msp());
        if (file.isMarked() || (enrols && !isDemo)) {
            file.mustBeThere(MAKE);
        }
    }

    /** HMAC-SHA256(province key, id number); blanks around the number and the case of its X do not matter. */
    public Hash family(String idNumber) {
        byte[] key = isDemo ? file.readOrMake(this::families) : file.mustBeThere(MAKE);
        return Hash.of(Mac256.of(key, idNumber.strip().toUpperCase(Locale.ROOT)));
    }

    private Optional<String> families() {
        return others.stream()
                .filter(other -> other.key() == KeyDependants.KeyName.PROVINCE)
                .flatMap(other -> other.found().stream())
                .findFirst();
    }
}
