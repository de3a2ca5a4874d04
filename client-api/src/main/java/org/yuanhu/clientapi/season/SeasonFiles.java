package org.yuanhu.clientapi.season;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yuanhu.clientapi.imports.ImportFile;
import org.yuanhu.clientapi.imports.table.Tables;

/** The sample season's files: a folder's name is its turn and its table (by name, where two have one turn), a file's name who imports it. */
final class SeasonFiles {
    private static final Pattern PLACE = Pattern.compile("([0-9]{2})-([a-z-]+)/([a-z0-9-]+)\\.csv$");

    private SeasonFiles() {}

    /**
     * What is imported at one turn, by several people side by side.
     *
     * @param table the same for all its files
     */
    record Stage(String table, List<UsersFile> files) {}

    /** A file and the demo user who imports it. */
    record UsersFile(String user, ImportFile file) {}

    /** All stages, in their order. */
    static List<Stage> stages() {
        SortedMap<String, Stage> stages = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:season/*/*.csv")) {
                URI address = resource.getURI();
                Matcher place = PLACE.matcher(address.toString());
                if (!place.find()) {
                    throw new IllegalStateException("Not named like a file of the season: " + address);
                }
                String table = place.group(2);
                ImportFile file =
                        new ImportFile(Tables.named(table), place.group(3) + ".csv", resource.getContentAsByteArray());
                stages.computeIfAbsent(place.group(1) + table, turn -> new Stage(table, new ArrayList<>()))
                        .files()
                        .add(new UsersFile(place.group(3), file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(stages.values());
    }
}
