package org.clearlane.profiles;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.directory.Practice;

/**
 * The practices and payers this house works for. Immutable, safe for use by several threads; a changed file takes
 * effect by loading anew.
 */
public final class Profiles {

    private final List<Practice> practices;
    private final List<PayerProfile> payers;
    private final Map<String, Practice> practiceById = new HashMap<>();
    private final Map<String, Practice> practiceBySender = new HashMap<>();
    private final Map<String, PayerProfile> payerById = new HashMap<>();
    private final Map<String, PayerProfile> payerByPayerId = new HashMap<>();

    private Profiles(List<Practice> practices, List<PayerProfile> payers) {
        this.practices =
                practices.stream().sorted(Comparator.comparing(Practice::id)).toList();
        this.payers =
                payers.stream().sorted(Comparator.comparing(PayerProfile::id)).toList();
        for (Practice practice : practices) {
            practiceById.put(practice.id(), practice);
            practice.senderIds().forEach(sender -> practiceBySender.put(sender, practice));
        }
        for (PayerProfile payer : payers) {
            payerById.put(payer.id(), payer);
            payer.payerIds().forEach(payerId -> payerByPayerId.put(payerId, payer));
        }
    }

    /** As {@link #load(Path, Map)}, with the environment of this process behind the placeholders. */
    public static Profiles load(Path configDir) {
        return load(configDir, System.getenv());
    }

    /**
     * Reads {@code practices/*.yaml} and {@code payers/*.yaml} under this folder; a folder that is not there counts as
     * empty.
     *
     * @param placeholders what {@code ${NAME}} in a value stands for
     * @throws Failure {@link FailureCode#CONFIGURATION} whose message names every mistake of every file
     */
    public static Profiles load(Path configDir, Map<String, String> placeholders) {
        ProfileFiles files = ProfileFiles.read(configDir, placeholders);
        if (!files.mistakes().isEmpty()) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    "the profiles cannot be used:\n" + files.mistakes().inWords());
        }
        return new Profiles(files.practices(), files.payers());
    }

    /** The mistakes alone, for checking a configuration without using it. Empty when {@link #load} would succeed. */
    public static ProfileMistakes check(Path configDir, Map<String, String> placeholders) {
        return ProfileFiles.read(configDir, placeholders).mistakes();
    }

    /** These profiles, already made: for tests and for callers that keep profiles elsewhere. Not checked. */
    public static Profiles of(List<Practice> practices, List<PayerProfile> payers) {
        return new Profiles(List.copyOf(practices), List.copyOf(payers));
    }

    /** All practices, sorted by id. */
    public List<Practice> practices() {
        return practices;
    }

    /** All payers, sorted by id. */
    public List<PayerProfile> payers() {
        return payers;
    }

    /** The practice with this short name. */
    public Optional<Practice> practice(String id) {
        return Optional.ofNullable(practiceById.get(id));
    }

    /** The payer with this short name. */
    public Optional<PayerProfile> payer(String id) {
        return Optional.ofNullable(payerById.get(id));
    }

    /** The payer that claims mean by this 2010BB NM109. */
    public Optional<PayerProfile> payerFor(String payerId) {
        return Optional.ofNullable(payerByPayerId.get(payerId.strip()));
    }

    /** The practice that calls itself this in ISA06 or GS02; blanks around it mean nothing. */
    public Optional<Practice> practiceOfSender(String senderId) {
        return Optional.ofNullable(practiceBySender.get(senderId.strip()));
    }
}
