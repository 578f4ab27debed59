package org.clearlane.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.clearlane.model.connection.AnswerSink;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;

/** A payer that answers as it is told, and remembers everything it was asked. Where nothing is told, all goes well. */
public final class ScriptedPayer implements PayerConnection {

    private final Deque<Supplier<Handover>> stagings = new ArrayDeque<>();
    private final Deque<Supplier<Handover>> deliveries = new ArrayDeque<>();
    private final Deque<Supplier<Handover>> inquiries = new ArrayDeque<>();
    private final Deque<Supplier<Handover>> checks = new ArrayDeque<>();
    private final Deque<String> badCollections = new ArrayDeque<>();
    private int collections;
    private final List<String> calls = new ArrayList<>();
    private final Set<OutboundFile> files = new HashSet<>();

    /** How the next stagings not yet told go. */
    public ScriptedPayer stages(Handover outcome) {
        stagings.add(() -> outcome);
        return this;
    }

    /** How the next deliveries not yet told go. */
    public ScriptedPayer delivers(Handover outcome) {
        deliveries.add(() -> outcome);
        return this;
    }

    /** How the next inquiries not yet told go. */
    public ScriptedPayer tells(Handover outcome) {
        inquiries.add(() -> outcome);
        return this;
    }

    /** How the next checks not yet told go. */
    public ScriptedPayer checks(Handover outcome) {
        checks.add(() -> outcome);
        return this;
    }

    /** So many of the next collections do not reach it. */
    public ScriptedPayer collectsBadly(String problem, int times) {
        for (int i = 0; i < times; i++) {
            badCollections.add(problem);
        }
        return this;
    }

    /** How often it was asked for answers. */
    public int collections() {
        return collections;
    }

    /** What happens during the next staging not yet told. */
    public ScriptedPayer stagesBy(Supplier<Handover> happening) {
        stagings.add(happening);
        return this;
    }

    /** What happens during the next delivery not yet told. */
    public ScriptedPayer deliversBy(Supplier<Handover> happening) {
        deliveries.add(happening);
        return this;
    }

    /** Everything it was asked, in order: {@code stage}, {@code deliver}, {@code inquire}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The different files it was shown. */
    public java.util.Collection<OutboundFile> files() {
        return Set.copyOf(files);
    }

    @Override
    public Handover stage(OutboundFile file) {
        return next("stage", stagings, file);
    }

    @Override
    public Handover deliver(OutboundFile file) {
        return next("deliver", deliveries, file);
    }

    @Override
    public Handover inquire(OutboundFile file) {
        return next("inquire", inquiries, file);
    }

    private Handover next(String call, Deque<Supplier<Handover>> script, OutboundFile file) {
        calls.add(call);
        files.add(file);
        return script.isEmpty()
                ? new Handover.Delivered("all well")
                : script.removeFirst().get();
    }

    @Override
    public Collection collect(AnswerSink sink) {
        collections++;
        return badCollections.isEmpty()
                ? new Collection(0, null)
                : Collection.unreached(0, badCollections.removeFirst());
    }

    @Override
    public Handover check() {
        calls.add("check");
        return checks.isEmpty()
                ? new Handover.Delivered("reachable")
                : checks.removeFirst().get();
    }

    @Override
    public void close() {}
}
