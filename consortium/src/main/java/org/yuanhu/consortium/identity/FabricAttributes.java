package org.yuanhu.consortium.identity;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Attributes in a certificate, as Fabric CA writes them and every Fabric chaincode library reads them: extension
 * 1.2.3.4.5.6.7.8.1 with the UTF-8 JSON {@code {"attrs":{"name":"value",…}}}.
 *
 * <p>Names and values are held to characters that need no escape in JSON, so what is read here is what any other reader
 * sees.
 */
public final class FabricAttributes {
    /** The attribute that says what the holder acts as. */
    public static final String ROLE = "yuanhu.role";

    /** The attribute that says who the holder is, in the organisation. */
    public static final String PERSON = "yuanhu.person";

    /** The extension Fabric CA writes them into. */
    public static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,63}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9 ._:@-]{1,64}");
    private static final Pattern READ_NAME = Pattern.compile("[A-Za-z0-9.]+");
    private static final Pattern READ_VALUE = Pattern.compile("[A-Za-z0-9 ._:@-]*");

    private static final String UNREADABLE = "the certificate's attributes cannot be read";

    private FabricAttributes() {}

    /**
     * The extension's content, names in alphabetical order.
     *
     * @throws IllegalArgumentException if a name or value holds other characters than are allowed, naming it
     */
    public static byte[] encode(Map<String, String> attributes) {
        StringBuilder json = new StringBuilder("{\"attrs\":{");
        String comma = "";
        for (Map.Entry<String, String> entry : new TreeMap<>(attributes).entrySet()) {
            requireForm(NAME, entry.getKey(), "an attribute's name is 1 to 64 letters, digits or dots");
            requireForm(
                    VALUE,
                    entry.getValue(),
                    "attribute " + entry.getKey() + " is 1 to 64 letters, digits, spaces or any of . _ : @ -");
            json.append(comma)
                    .append('"')
                    .append(entry.getKey())
                    .append("\":\"")
                    .append(entry.getValue())
                    .append('"');
            comma = ",";
        }
        return json.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The attributes of a certificate, in alphabetical order; empty if it carries none.
     *
     * @throws IllegalArgumentException if the extension is not what this class writes
     */
    public static SortedMap<String, String> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(OID.getId());
        if (extension == null) {
            return Collections.emptySortedMap();
        }
        return decode(ASN1OctetString.getInstance(extension).getOctets());
    }

    /** What {@link #encode} wrote. */
    static SortedMap<String, String> decode(byte[] content) {
        String json = new String(content, StandardCharsets.UTF_8);
        SortedMap<String, String> attributes = new TreeMap<>();
        entries(json).forEach((name, value) -> attributes.put(text(READ_NAME, name), text(READ_VALUE, value)));
        return Collections.unmodifiableSortedMap(attributes);
    }

    /** JSON is YAML, which the consortium file is read as too. */
    private static Map<?, ?> entries(String json) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setMaxAliasesForCollections(0);
        try {
            Object document = new Yaml(new SafeConstructor(strict)).load(json);
            if (document instanceof Map<?, ?> map && map.size() == 1 && map.get("attrs") instanceof Map<?, ?> entries) {
                return entries;
            }
        } catch (YAMLException e) {
            throw new IllegalArgumentException(UNREADABLE, e);
        }
        throw new IllegalArgumentException(UNREADABLE);
    }

    private static String text(Pattern form, @Nullable Object value) {
        if (value instanceof String text && form.matcher(text).matches()) {
            return text;
        }
        throw new IllegalArgumentException(UNREADABLE);
    }

    private static void requireForm(Pattern form, String text, String rule) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "': " + rule);
        }
    }
}
