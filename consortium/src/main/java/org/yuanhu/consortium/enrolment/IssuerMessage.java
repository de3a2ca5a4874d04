package org.yuanhu.consortium.enrolment;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes over an issuer's socket, one question and one answer a connection: a word, then lines {@code name: value}, then
 * an empty line; UTF-8, LF, {@value #MOST_BYTES} bytes at most. No value holds a line end.
 *
 * @param word what is asked or answered
 * @param fields the lines, by name
 */
public record IssuerMessage(String word, SortedMap<String, String> fields) {
    /** Asks for a new person's certificate. */
    public static final String ENROL = "enrol";
    /** Asks for another certificate of the same person. */
    public static final String RENEW = "renew";
    /** Asks to revoke a person's certificates. */
    public static final String REVOKE = "revoke";
    /** Answers that it is done. */
    public static final String DONE = "done";
    /** Answers why it is not; the reason is in the field of the same name. */
    public static final String REFUSED = "refused";

    /** Who a certificate is for, where that is not the name itself. */
    public static final String PERSON = "person";

    /** Before the name of an attribute that limits a role. */
    public static final String ATTRIBUTE = "attribute ";

    static final int MOST_BYTES = 16_384;

    /** @throws IllegalArgumentException if a word, name or value holds a line end */
    public IssuerMessage {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        requireOneLine(word);
        fields.forEach((name, value) -> {
            requireOneLine(name);
            requireOneLine(value);
        });
    }

    /**
     * A field's value.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    public String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + word + "' has no " + name);
        }
        return value;
    }

    /**
     * Reads one.
     *
     * @throws EOFException if the other side ends before the empty line
     * @throws IOException if it is longer or of another form
     */
    public static IssuerMessage read(InputStream in) throws IOException {
        int[] left = {MOST_BYTES};
        String word = line(in, left);
        SortedMap<String, String> fields = new TreeMap<>();
        for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            int colon = line.indexOf(": ");
            if (colon < 1) {
                throw new IOException("not 'name: value'");
            }
            fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return new IssuerMessage(word, fields);
    }

    /** Writes it. */
    public void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(word).append('\n');
        fields.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String line(InputStream in, int[] left) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("it ended early");
            }
            if (--left[0] < 0) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static void requireOneLine(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a line end inside of a value");
        }
    }
}
