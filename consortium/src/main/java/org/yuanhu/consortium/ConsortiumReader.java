package org.yuanhu.consortium;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yuanhu.vocabulary.id.ConsortiumId;
import org.yuanhu.vocabulary.registry.RegionCode;

/** Reads {@code consortium.yaml}; nothing is guessed, defaulted or ignored. */
final class ConsortiumReader {
    private static final String BUNDLED = "consortium.yaml";
    private static final String FORMAT = "yuanhu-consortium-v1";
    // Fabric: channel names are lower case and at most 249 characters; a chaincode's name may hold more than we need.
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final Pattern CHAINCODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern COLLECTION = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private ConsortiumReader() {}

    static Consortium bundled() {
        return parse(BUNDLED, bundledYaml());
    }

    static String bundledYaml() {
        try (InputStream in = ConsortiumReader.class.getResourceAsStream("/" + BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException(BUNDLED + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Consortium read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the consortium file " + file, e);
        }
    }

    static Consortium parse(String file, String yaml) {
        Fields fields = Fields.of(file, load(file, yaml));
        fields.text("format", Pattern.compile(Pattern.quote(FORMAT)), "must be " + FORMAT);
        List<Organisation> organisations = organisations(fields);
        Consortium consortium = new Consortium(
                fields.value("id", ConsortiumId::new),
                fields.value("province", RegionCode::new),
                fields.text("channel", CHANNEL, "1 to 64 lower-case letters, digits, dots or hyphens, a letter first"),
                fields.text("chaincode", CHAINCODE, "1 to 32 lower-case letters, digits or hyphens, a letter first"),
                organisations,
                roles(fields, organisations),
                policy(fields.fields("endorsement"), organisations),
                collection(fields.fields("collection"), organisations));
        fields.nothingElse();
        return consortium;
    }

    private static Object load(String file, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
            throw new InvalidConsortiumException(file, "document", "", "must be YAML: " + message);
        }
    }

    private static List<Organisation> organisations(Fields fields) {
        Set<MspId> seen = new HashSet<>();
        List<NodeAddress> addresses = new ArrayList<>();
        return fields.each("organisations").stream()
                .map(each -> {
                    MspId msp = each.value("msp", MspId::new);
                    if (!seen.add(msp)) {
                        throw each.fault("msp", "an organisation stands here once");
                    }
                    Organisation organisation = new Organisation(
                            msp,
                            each.value("role", OrganisationRole::of),
                            each.text("name-en"),
                            each.text("name-zh"),
                            address(each, addresses));
                    each.nothingElse();
                    return organisation;
                })
                .toList();
    }

    private static NodeAddress address(Fields fields, List<NodeAddress> others) {
        String host = fields.value("host", text -> new NodeAddress(text, 1024).host());
        int port = fields.number("port");
        NodeAddress address;
        try {
            address = new NodeAddress(host, port);
        } catch (IllegalArgumentException refused) {
            throw fields.fault("port", String.valueOf(refused.getMessage()));
        }
        if (others.stream().anyMatch(address::collidesWith)) {
            throw fields.fault("port", "organisations on one host are at least ten ports apart");
        }
        others.add(address);
        return address;
    }

    private static List<RoleBinding> roles(Fields fields, List<Organisation> organisations) {
        Set<RoleName> seen = new HashSet<>();
        Set<List<Object>> authorities = new HashSet<>();
        return fields.each("roles").stream()
                .map(each -> {
                    RoleBinding binding = new RoleBinding(
                            each.value("role", RoleName::new),
                            each.value("msp", text -> member(text, organisations)),
                            each.value("authority", AuthorityName::new),
                            each.value("scope", Scope::of));
                    if (!seen.add(binding.role())) {
                        throw each.fault("role", "a role is bound to one organisation and stands here once");
                    }
                    if (binding.authority().equals(AuthorityName.ROOT)
                            || binding.authority().equals(AuthorityName.NODES)) {
                        throw each.fault("authority", "the root and the nodes' authority issue no roles");
                    }
                    if (!authorities.add(List.of(binding.msp(), binding.authority()))) {
                        throw each.fault("authority", "each role has an authority of its own");
                    }
                    each.nothingElse();
                    return binding;
                })
                .toList();
    }

    private static TrustPolicy policy(Fields fields, List<Organisation> organisations) {
        int number = fields.number("organisations");
        int least = TrustPolicy.quorum(organisations.size());
        if (number < least || number > organisations.size()) {
            throw fields.fault(
                    "organisations",
                    "with " + organisations.size() + " organisations it is " + least + " to " + organisations.size());
        }
        Set<OrganisationRole> required = EnumSet.noneOf(OrganisationRole.class);
        required.addAll(fields.values("required", OrganisationRole::of));
        for (OrganisationRole role : required) {
            if (organisations.stream().noneMatch(organisation -> organisation.role() == role)) {
                throw fields.fault("required", "no organisation has the role " + role.text());
            }
        }
        fields.nothingElse();
        return new TrustPolicy(number, required);
    }

    private static PrivateCollection collection(Fields fields, List<Organisation> organisations) {
        String name = fields.text("name", COLLECTION, "1 to 64 lower-case letters, digits or hyphens, a letter first");
        List<MspId> members = fields.values("members", text -> member(text, organisations));
        if (members.size() < 2 || new HashSet<>(members).size() != members.size()) {
            throw fields.fault("members", "at least two different organisations are needed");
        }
        fields.nothingElse();
        return new PrivateCollection(name, members);
    }

    private static MspId member(String text, List<Organisation> organisations) {
        MspId msp = new MspId(text);
        if (organisations.stream().noneMatch(organisation -> organisation.msp().equals(msp))) {
            throw new IllegalArgumentException("no organisation of the consortium has this name");
        }
        return msp;
    }
}
