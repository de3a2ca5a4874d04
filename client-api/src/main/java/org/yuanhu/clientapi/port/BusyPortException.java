package org.yuanhu.clientapi.port;

import java.util.Optional;

/** A port this server is to serve at is another program's. */
final class BusyPortException extends RuntimeException {
    /**
     * @param holder who has it, if that can be seen
     * @param option by which another can be chosen
     */
    BusyPortException(String address, int port, Optional<String> holder, String option) {
        super("Port " + port + " of " + address + " is taken"
                + holder.map(who -> " by " + who).orElse(" by another program")
                + ". End it, or choose another port with --"
                + option + "=PORT.");
    }
}
