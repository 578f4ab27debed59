package org.clearlane.edits.codes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * All code sets, each read when it is first asked for. What an operator imported stands behind what came along: see
 * {@link CodeSet.Kind} for how each kind is joined. Safe for use by several threads.
 */
public final class CodeSets {

    private final CodeFolder folder;
    private final Map<CodeSet, OnFirstUse<CodeListing>> listings = new EnumMap<>(CodeSet.class);
    private final Map<CodeSet, OnFirstUse<ProcedurePairs>> pairs = new EnumMap<>(CodeSet.class);
    private final Map<CodeSet, OnFirstUse<Editions<UnitLimits>>> limits = new EnumMap<>(CodeSet.class);
    private final OnFirstUse<Editions<DiagnosisConflicts>> conflicts;
    private final OnFirstUse<Icd10Codes> icd10Cm;
    private final OnFirstUse<Icd10Codes> icd10Pcs;

    private CodeSets(CodeFolder folder) {
        this.folder = folder;
        for (CodeSet set : CodeSet.values()) {
            switch (set.kind()) {
                case LISTING -> listings.put(set, new OnFirstUse<>(() -> readListing(set)));
                case PAIRS -> pairs.put(set, new OnFirstUse<>(() -> readPairs(set)));
                case LIMITS ->
                    limits.put(
                            set,
                            new OnFirstUse<>(() -> editions(
                                    set, UnitLimits::read, table -> table.head().from(), UnitLimits.none())));
                case ICD_10, CONFLICTS -> {}
            }
        }
        conflicts = new OnFirstUse<>(() -> editions(
                CodeSet.MCE, DiagnosisConflicts::read, table -> table.head().from(), DiagnosisConflicts.none()));
        icd10Cm = new OnFirstUse<>(() -> readIcd10(CodeSet.ICD_10_CM));
        icd10Pcs = new OnFirstUse<>(() -> readIcd10(CodeSet.ICD_10_PCS));
    }

    /** The tables in this folder; none is read yet, so a mistake in one shows when it is asked for. */
    public static CodeSets load(Path folder) {
        return new CodeSets(new CodeFolder(folder));
    }

    /**
     * Reads every table now.
     *
     * @throws Failure with code CONFIGURATION and every mistake
     */
    public CodeSets checkAll() {
        List<String> mistakes = new ArrayList<>();
        for (CodeSet set : CodeSet.values()) {
            try {
                size(set);
            } catch (Failure failure) {
                mistakes.add(failure.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new Failure(FailureCode.CONFIGURATION, String.join("\n", mistakes));
        }
        return this;
    }

    /** How many rows there are of a set. */
    public int size(CodeSet set) {
        return switch (set.kind()) {
            case ICD_10 -> icd10(set).size();
            case LISTING -> listing(set).size();
            case PAIRS -> pairs(set).size();
            case LIMITS -> limits(set, TableHead.ALWAYS).size();
            case CONFLICTS -> conflicts(TableHead.ALWAYS).size();
        };
    }

    /** The tables a set is made of, those that came along first. */
    public List<CodeTable> tables(CodeSet set) {
        return folder.files(set).stream().map(CodeTable::of).toList();
    }

    /** Diagnoses. */
    public Icd10Codes icd10Cm() {
        return icd10Cm.get();
    }

    /** Procedures of inpatients. */
    public Icd10Codes icd10Pcs() {
        return icd10Pcs.get();
    }

    private Icd10Codes icd10(CodeSet set) {
        return set == CodeSet.ICD_10_CM ? icd10Cm() : icd10Pcs();
    }

    /** A set of codes with their days; empty where nothing was imported and nothing may come along. */
    public CodeListing listing(CodeSet set) {
        return listings.get(set).get();
    }

    /** A set of pairs of procedures; empty where nothing was imported. */
    public ProcedurePairs pairs(CodeSet set) {
        return pairs.get(set).get();
    }

    /** The limits of units in force on this day; empty where nothing was imported. */
    public UnitLimits limits(CodeSet set, int day) {
        return limits.get(set).get().on(day);
    }

    /** What the Medicare Code Editor says of diagnoses on this day. */
    public DiagnosisConflicts conflicts(int day) {
        return conflicts.get().on(day);
    }

    private CodeListing readListing(CodeSet set) {
        return folder.files(set).stream()
                .map(file -> CodeFolder.read(file, CodeListing::read))
                .sorted(Comparator.comparingInt(list -> list.head().from()))
                .reduce(CodeListing::followedBy)
                .orElseGet(() -> CodeListing.empty(set));
    }

    /** An edition of the pairs is whole and has the past in it, so the newest is enough. */
    private ProcedurePairs readPairs(CodeSet set) {
        Path newest = null;
        int from = -1;
        for (Path file : folder.files(set)) {
            int begins = CodeTable.of(file).head().from();
            if (begins >= from) {
                newest = file;
                from = begins;
            }
        }
        return newest == null ? ProcedurePairs.none() : CodeFolder.read(newest, ProcedurePairs::read);
    }

    private <T> Editions<T> editions(
            CodeSet set, BiFunction<byte[], Consumer<String>, T> reader, Function<T, Integer> from, T none) {
        List<Editions.Edition<T>> editions = new ArrayList<>();
        for (Path file : folder.files(set)) {
            T table = CodeFolder.read(file, reader);
            editions.add(new Editions.Edition<>(from.apply(table), table));
        }
        if (editions.isEmpty()) {
            editions.add(new Editions.Edition<>(0, none));
        }
        return new Editions<>(editions);
    }

    private Icd10Codes readIcd10(CodeSet set) {
        List<Path> files = folder.files(set);
        if (files.isEmpty()) {
            throw new Failure(FailureCode.CONFIGURATION, set.id() + CodeFolder.ENDING + " cannot be read");
        }
        Icd10Codes codes = CodeFolder.read(files.get(0), Icd10Table::read);
        for (Path file : files.subList(1, files.size())) {
            codes = codes.with(CodeFolder.read(file, Icd10Table::read));
        }
        return codes;
    }
}
