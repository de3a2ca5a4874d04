package org.yuanhu.clientapi.secret;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.yuanhu.clientapi.home.Home;
import org.yuanhu.vocabulary.Hash;

/**
 * The province's key, by which one family is known again without its id number being written anywhere. All the province's counties
 * use the same; it belongs to the Government, lies in {@code keys/province.key} and enters no transaction.
 */
@Component
public final class ProvinceKey {
    private final Home home;

    ProvinceKey(Home home) {
        this.home = home;
    }

    /** HMAC-SHA256(province key, id number); blanks around the number and the case of its X do not matter. */
    public Hash family(String idNumber) {
        byte[] key = KeyFile.readOrMake(home.folder("keys").resolve("province.key"));
        return Hash.of(Mac256.of(key, idNumber.strip().toUpperCase(Locale.ROOT)));
    }
}
