package org.yuanhu.qrtools.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line says, in English or Chinese by the locale. */
final class Messages {
    static final String BUNDLE = "org.yuanhu.qrtools.cli.labels";

    private Messages() {}

    /** The message with its {@code %s} filled in. */
    static String say(String key, Object... arguments) {
        return String.format(Locale.ROOT, ResourceBundle.getBundle(BUNDLE).getString("say." + key), arguments);
    }
}
