package org.yuanhu.clientapi.story;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every form in which a person's data could lie somewhere: as text in several encodings, in base64, and plainly hashed. */
public final class Traces {
    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GBK");
    private static final List<String> HASHES = List.of("SHA-256", "SHA-1", "MD5");

    private final Map<String, String> needles = new LinkedHashMap<>();

    private Traces() {}

    /** As text alone, as programs hold it in memory: where there is too much to look through for every form. */
    public static Traces asText(List<String> values) {
        Traces traces = new Traces();
        for (String value : values) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                traces.needles.put(latin(value.getBytes(charset)), value + " in " + charset);
            }
        }
        return traces;
    }

    /** In every form. */
    public Traces(List<String> values) {
        for (String value : values) {
            for (String encoding : ENCODINGS) {
                byte[] bytes = value.getBytes(Charset.forName(encoding));
                needles.put(latin(bytes), value + " in " + encoding);
                inBase64(value + " in " + encoding, bytes);
            }
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            for (String hash : HASHES) {
                byte[] digest = digest(hash, utf8);
                needles.put(latin(digest), hash + " of " + value);
                needles.put(HexFormat.of().formatHex(digest), hash + " of " + value + " in hex");
                needles.put(HexFormat.of().withUpperCase().formatHex(digest), hash + " of " + value + " in hex");
                inBase64(hash + " of " + value, digest);
            }
            needles.put(escaped(value), value + " escaped as JSON");
        }
        needles.remove("");
    }

    /** What of it is in these bytes; empty if nothing is. */
    public List<String> in(byte[] bytes) {
        String text = latin(bytes);
        return needles.entrySet().stream()
                .filter(needle -> text.contains(needle.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** At each of the three places a text can have within a base64 group, without the characters its neighbours have a share in. */
    private void inBase64(String what, byte[] bytes) {
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String inner = base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1);
            needles.put(inner, what + " in base64");
            needles.put(inner.replace('+', '-').replace('/', '_'), what + " in base64url");
        }
    }

    private static String escaped(String value) {
        List<String> units = new ArrayList<>();
        value.chars().forEach(unit -> units.add(unit < 128 ? Character.toString(unit) : "\\u%04x".formatted(unit)));
        return String.join("", units);
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
