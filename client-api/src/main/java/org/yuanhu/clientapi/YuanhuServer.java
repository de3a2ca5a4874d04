package org.yuanhu.clientapi;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.yuanhu.clientapi.label.LabelsCommand;
import org.yuanhu.clientapi.season.SeasonCommand;

/**
 * The server. Options on the command line:
 *
 * <ul>
 *   <li>{@code --listen} or {@code --listen=ADDRESS}: accept connections from other machines (on all addresses, or on
 *       this one). Without it only this machine can connect.
 *   <li>{@code --server.port=PORT}: 8080 unless said.
 *   <li>{@code --yuanhu.home=FOLDER}: where everything is kept, {@code ./yuanhu-data} unless said.
 *   <li>{@code --spring.profiles.active=production}: no sample season and no sign-ins with known passwords.
 * </ul>
 *
 * <p>With {@code labels} as its first word it starts no server: see {@link LabelsCommand}; so it is with {@code season}: see {@link SeasonCommand}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class YuanhuServer {
    private static final String LISTEN = "--listen";
    private static final String LABELS = "labels";
    private static final String SEASON = "season";

    /** Called by Spring alone. */
    YuanhuServer() {}

    /**
     * Starts the server and returns when it serves.
     *
     * @param arguments the options above, or any Spring Boot property
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(LABELS)) {
            System.exit(LabelsCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        if (arguments.length > 0 && arguments[0].equals(SEASON)) {
            System.exit(SeasonCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        }
        try {
            SpringApplication.run(YuanhuServer.class, withListen(arguments));
        } catch (SpringApplication.AbandonedRunException refused) {
            System.exit(1); // why has been said
        }
    }

    static String[] withListen(String[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> {
                    if (argument.equals(LISTEN)) {
                        return "--yuanhu.listen=0.0.0.0";
                    }
                    return argument.startsWith(LISTEN + "=") ? "--yuanhu." + argument.substring(2) : argument;
                })
                .toArray(String[]::new);
    }
}
