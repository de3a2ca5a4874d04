package org.yuanhu.clientapi.scan.resolver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuanhu.chaincode.attest.Attestation;
import org.yuanhu.chaincode.attest.Attestation.HouseholdStory;
import org.yuanhu.chaincode.household.Disclosure;
import org.yuanhu.chaincode.household.DisclosureKey;
import org.yuanhu.chaincode.household.SealedDisclosure;
import org.yuanhu.chaincode.json.DamagedDocumentException;
import org.yuanhu.chaincode.json.Json;
import org.yuanhu.chaincode.label.Run;
import org.yuanhu.chaincode.label.Runs;
import org.yuanhu.clientapi.label.RunSecrets;
import org.yuanhu.clientapi.ledger.Attested;
import org.yuanhu.clientapi.ledger.Ledger;
import org.yuanhu.clientapi.ledger.connection.ServerIdentity;
import org.yuanhu.clientapi.ledger.submit.EndorsedAction;
import org.yuanhu.clientapi.ledger.submit.LedgerUnavailableException;
import org.yuanhu.clientapi.scan.document.Scan;
import org.yuanhu.clientapi.scan.document.ScanRefusedException;
import org.yuanhu.clientapi.scan.document.Verdict;
import org.yuanhu.clientapi.scan.limit.AddressPrefix;
import org.yuanhu.clientapi.scan.limit.GuessLimit;
import org.yuanhu.clientapi.scan.limit.RunGuesses;
import org.yuanhu.consortium.Consortium;
import org.yuanhu.consortium.MspId;
import org.yuanhu.consortium.identity.UserIdentity;
import org.yuanhu.consortium.trust.LedgerFacts;
import org.yuanhu.qrtools.run.PrintRun;
import org.yuanhu.qrtools.run.PrintRunLabels;
import org.yuanhu.qrtools.verify.Evidence;
import org.yuanhu.qrtools.verify.Question;
import org.yuanhu.qrtools.verify.VerificationException;
import org.yuanhu.qrtools.verify.Verified;
import org.yuanhu.vocabulary.Hash;
import org.yuanhu.vocabulary.label.FieldDigest;
import org.yuanhu.vocabulary.label.LabelPath;
import org.yuanhu.vocabulary.label.Leaf;
import org.yuanhu.vocabulary.label.MerkleTree;
import org.yuanhu.vocabulary.label.RunNumber;
import org.yuanhu.vocabulary.label.RunSecret;
import org.yuanhu.vocabulary.label.Serial;
import org.yuanhu.vocabulary.rule.Kind;
import org.yuanhu.vocabulary.rule.RefusedException;
import org.yuanhu.vocabulary.rule.Rule;

/**
 * Answers for one label. The checks in their order, each before anything dearer: the limit on guesses, the tag, the ledger's
 * attestation with its signatures, GTIN and lot, the tree, the names.
 *
 * <p>Everything a buyer is told comes from the attestation and from what hangs together with it; nothing from the read model.
 */
public final class Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);
    private static final String DISPLAY_NAME = "displayName";
    private static final int NONCE_BYTES = 16;

    private final RunSecrets secrets;
    private final Ledger ledger;
    private final LedgerFacts.Kind kind;
    private final ServerIdentity server;
    private final Consortium consortium;
    private final CurrentTrust trust;
    private final GuessLimit limit;
    private final RunGuesses guesses;
    private final InstantSource clock;
    private final RunTrees trees = new RunTrees();
    private final SecureRandom random = new SecureRandom();
    private final Counter wrong;
    private final Counter alerts;
    private final Counter limited;

    public Resolver(
            RunSecrets secrets,
            Ledger ledger,
            LedgerFacts.Kind kind,
            ServerIdentity server,
            Consortium consortium,
            CurrentTrust trust,
            GuessLimit limit,
            RunGuesses guesses,
            InstantSource clock,
            MeterRegistry metrics) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.kind = kind;
        this.server = server;
        this.consortium = consortium;
        this.trust = trust;
        this.limit = limit;
        this.guesses = guesses;
        this.clock = clock;
        this.wrong = metrics.counter("yuanhu.scan.guesses.wrong");
        this.alerts = metrics.counter("yuanhu.scan.guesses.alerts");
        this.limited = metrics.counter("yuanhu.scan.guesses.limited");
    }

    /**
     * What the ledger attests of a label.
     *
     * @throws ScanRefusedException with the check that failed
     */
    public Scan resolve(LabelPath label, AddressPrefix asker) {
        RunSecret secret = secretOf(label.serial(), asker);
        try {
            String nonce = nonce();
            Attested attested = attest(label.serial(), nonce);
            Verified verified = verify(attested, label.serial(), nonce);
            return verifiedScan(label, secret, attested.answer(), verified);
        } catch (LedgerUnavailableException
                | VerificationException
                | InvalidProtocolBufferException
                | DamagedDocumentException e) {
            LOG.warn("No attestation: {}", e.getMessage());
            throw ScanRefusedException.ledger(e);
        }
    }

    /**
     * The path of the label with this serial number, found through its run.
     *
     * @throws ScanRefusedException UNKNOWN, PENDING, TOO_MANY or LEDGER
     */
    public LabelPath find(Serial serial, AddressPrefix asker) {
        secretOf(serial, asker);
        try {
            Run run = ledger.get(server.reader(), Runs.TABLE, serial.run());
            return new LabelPath(run.gtin(), run.lot(), serial);
        } catch (RefusedException refused) {
            throw unattested(refused);
        } catch (LedgerUnavailableException e) {
            throw ScanRefusedException.ledger(e);
        }
    }

    /** The run's secret, once the tag was found right; the time taken tells nothing of how much of it was. */
    private RunSecret secretOf(Serial serial, AddressPrefix asker) {
        RunSecret secret = kept(serial.run()).orElseThrow(() -> wrong(serial));
        GuessLimit.Question question = begin(asker, serial.run());
        boolean right = MessageDigest.isEqual(
                secret.tag(serial.index()).getBytes(US_ASCII), serial.tag().getBytes(US_ASCII));
        if (!right) {
            alertAbove(serial.run());
            throw wrong(serial);
        }
        question.wasRight();
        return secret;
    }

    private GuessLimit.Question begin(AddressPrefix asker, RunNumber run) {
        try {
            return limit.begin(asker, run);
        } catch (ScanRefusedException tooMany) {
            limited.increment();
            throw tooMany;
        }
    }

    private Optional<RunSecret> kept(RunNumber run) {
        try {
            return secrets.find(run);
        } catch (RefusedException damaged) {
            LOG.error("The secret of run {} is kept here and cannot be opened", run);
            throw ScanRefusedException.ledger(damaged);
        }
    }

    private ScanRefusedException wrong(Serial serial) {
        wrong.increment();
        return ScanRefusedException.of(
                ScanRefusedException.Reason.UNKNOWN,
                RefusedException.by(Rule.LB_02).with("serial", serial.text()).build());
    }

    private void alertAbove(RunNumber run) {
        if (guesses.wrong(run)) {
            alerts.increment();
            LOG.error(
                    "Alert: over {} wrong serial numbers of run {} were tried within an hour",
                    RunGuesses.ALERT_ABOVE,
                    run);
        }
    }

    private String nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    private Attested attest(Serial serial, String nonce) {
        try {
            return ledger.attest(server.reader(), serial.run().value(), serial.index(), nonce);
        } catch (RefusedException refused) {
            throw unattested(refused);
        }
    }

    private Verified verify(Attested attested, Serial serial, String nonce)
            throws VerificationException, InvalidProtocolBufferException {
        Evidence evidence = Evidence.of(attested.answer(), EndorsedAction.of(attested.transaction()));
        Question question = new Question(consortium.channel(), serial.run(), serial.index(), nonce);
        return trust.verifier().verify(evidence, question, clock.instant());
    }

    /** The run is not on the ledger yet, it has fewer labels, or this server is not let ask. */
    private static ScanRefusedException unattested(RefusedException refused) {
        if (refused.kind() == Kind.NOT_FOUND) {
            return ScanRefusedException.of(ScanRefusedException.Reason.PENDING, refused);
        }
        if (refused.rule() == Rule.LB_03) {
            return ScanRefusedException.of(ScanRefusedException.Reason.UNKNOWN, refused);
        }
        LOG.error("The ledger refuses to attest: {}", refused.getMessage());
        return ScanRefusedException.ledger(refused);
    }

    private Scan verifiedScan(LabelPath label, RunSecret secret, String answer, Verified verified) {
        Attestation attestation = Json.stored("attestation", answer, Attestation.class);
        Attestation.Printed printed = attestation.printed();
        PrintRunLabels labels = new PrintRunLabels(
                new PrintRun(
                        consortium.id(),
                        printed.labelClass(),
                        printed.gtin(),
                        printed.lot(),
                        printed.run(),
                        printed.count()),
                secret);
        int index = label.serial().index();
        try {
            labels.mustHaveIssued(label);
            MerkleTree tree = trees.of(labels);
            Leaf leaf = labels.leaf(index);
            List<Hash> path = tree.inclusion(index);
            if (!MerkleTree.verify(leaf.hash(), index, printed.count(), path, printed.root())) {
                throw RefusedException.by(Rule.LB_07).build();
            }
            return new Scan(
                    label,
                    attestation,
                    answer,
                    Verdict.of(kind, verified.doubts()),
                    verified.signers().stream().map(consortium::organisation).toList(),
                    verified.doubts(),
                    leaf.blind(),
                    leaf.hash(),
                    path,
                    names(attestation));
        } catch (RefusedException refused) {
            throw ScanRefusedException.of(ScanRefusedException.Reason.MISMATCH, refused);
        }
    }

    /** The names households agreed to have told, each held against its attested digest. One that cannot be told is left out. */
    private List<Disclosure> names(Attestation attestation) {
        List<Disclosure> names = new ArrayList<>();
        server.member().ifPresent(member -> {
            for (HouseholdStory household : attestation.goods().households().listed()) {
                household
                        .displayName()
                        .flatMap(digest -> name(member, household, digest))
                        .ifPresent(names::add);
            }
        });
        return names;
    }

    private Optional<Disclosure> name(UserIdentity member, HouseholdStory household, Hash digest) {
        try {
            DisclosureKey key = DisclosureKey.random(random);
            Disclosure told = key.open(ledger.evaluatePrivate(
                    member,
                    SealedDisclosure.class,
                    "household:disclose",
                    consortium.collection().members().stream().map(MspId::value).toList(),
                    Map.of(DisclosureKey.NAME, key.bytes()),
                    household.id().value(),
                    DISPLAY_NAME));
            boolean right = told.household().equals(household.id())
                    && told.field().value().equals(DISPLAY_NAME)
                    && FieldDigest.of(told.household(), told.field(), told.salt(), told.value())
                            .equals(digest);
            if (!right) {
                LOG.error("The name told of household {} does not have its attested digest", household.id());
            }
            return right ? Optional.of(told) : Optional.empty();
        } catch (RefusedException | LedgerUnavailableException untold) {
            // Consent was withdrawn or the person erased since.
            LOG.debug("The name of household {} is not told: {}", household.id(), untold.getMessage());
            return Optional.empty();
        }
    }
}
