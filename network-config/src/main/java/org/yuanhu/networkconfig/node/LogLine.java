package org.yuanhu.networkconfig.node;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A line of a node's log as a person reads it. */
final class LogLine {
    private LogLine() {}

    /** Level and message of a server's line, which is JSON in Elastic's common schema; any other line as it is. */
    static String text(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            // What JSON can say, YAML reads the same.
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(line);
            if (read instanceof Map<?, ?> fields && fields.get("message") instanceof String message) {
                Object level = fields.get("log") instanceof Map<?, ?> log ? log.get("level") : fields.get("log.level");
                return (level == null ? "" : level + " ") + message.strip();
            }
        } catch (YAMLException e) {
            return line; // cut, or no JSON
        }
        return line;
    }
}
