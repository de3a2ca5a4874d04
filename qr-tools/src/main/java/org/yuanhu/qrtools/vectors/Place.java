package org.yuanhu.qrtools.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.yuanhu.vocabulary.rule.RefusedException;
import tools.jackson.databind.JsonNode;

/** A node of the file with the way to it, which notes what differs. */
record Place(String where, JsonNode node, List<Difference> found) {

    /** A value was no text; the difference is noted already. */
    static final class NotTextException extends RuntimeException {
        NotTextException() {
            super("", null, false, false);
        }
    }

    static Place top(JsonNode root, List<Difference> found) {
        return new Place("", root, found);
    }

    void differs(String stated, String computed) {
        found.add(new Difference(where, stated, computed));
    }

    /** Whether this is an object of exactly these fields; what is missing or unknown is noted. */
    boolean hasFields(String... names) {
        Set<String> expected = new TreeSet<>(List.of(names));
        Set<String> present = new TreeSet<>(node.isObject() ? node.propertyNames() : Set.of());
        if (!present.equals(expected)) {
            differs(node.isObject() ? String.join(", ", present) : kind(), "fields " + String.join(", ", expected));
        }
        return present.containsAll(expected);
    }

    Place at(String name) {
        return new Place(where.isEmpty() ? name : where + "." + name, node.get(name), found);
    }

    /** The elements of a list. */
    List<Place> list(String name) {
        Place list = at(name);
        List<Place> elements = new ArrayList<>();
        if (!list.node.isArray()) {
            list.differs(list.kind(), "a list");
            return elements;
        }
        for (JsonNode element : list.node) {
            elements.add(new Place(list.where + "[" + elements.size() + "]", element, found));
        }
        return elements;
    }

    Optional<String> text(String name) {
        return at(name).text();
    }

    /** The text here; anything else is noted. */
    Optional<String> text() {
        if (node.isString()) {
            return Optional.of(node.asString());
        }
        differs(kind(), "a text");
        return Optional.empty();
    }

    /** The whole number of a field; anything else is noted. */
    OptionalInt number(String name) {
        Place place = at(name);
        if (place.node.isInt()) {
            return OptionalInt.of(place.node.asInt());
        }
        place.differs(place.kind(), "a whole number");
        return OptionalInt.empty();
    }

    void mustEqual(String name, String stated, String computed) {
        if (!stated.equals(computed)) {
            at(name).differs(stated, computed);
        }
    }

    void mustBeTaken(String stated, Runnable value) {
        try {
            value.run();
        } catch (RefusedException refused) {
            differs(stated, refused.getMessage());
        }
    }

    /** Runs a computation over values of this place; a refusal among them is noted. */
    void taken(Runnable computation) {
        try {
            computation.run();
        } catch (RefusedException refused) {
            differs("", refused.getMessage());
        } catch (NotTextException noted) {
            // the place of the text has said so
        }
    }

    private String kind() {
        String text = node.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
