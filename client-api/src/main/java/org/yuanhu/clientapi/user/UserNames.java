package org.yuanhu.clientapi.user;

import java.util.regex.Pattern;

/** The form of a user's name; it is also a file's name and stands in a certificate. */
final class UserNames {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private UserNames() {}

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    static String require(String name) {
        if (!isOne(name)) {
            throw new IllegalArgumentException(
                    "A user's name is 1 to 64 of a-z 0-9 . _ - and starts with a letter or digit");
        }
        return name;
    }
}
