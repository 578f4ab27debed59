package org.clearlane.console.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.access.AccessAudit;
import org.clearlane.access.Permission;
import org.clearlane.access.Visitor;
import org.clearlane.api.Door;
import org.clearlane.api.HttpServer;
import org.clearlane.console.web.Frame.PracticeName;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.people.AuditTrail.Outcome;

/**
 * What every screen works at: who asks, the frame, rendering, reading, the ledger to write to. A screen adds its routes
 * through {@link #page} and {@link #form}, which let nobody pass without the permission they name. Safe for use by several
 * threads.
 */
public final class Desk {

    private final Ledger ledger;
    private final Reads reads;
    private final Guard guard;
    private final List<String> payers;
    private final Pages pages = new Pages();
    private final Assets assets = new Assets();
    private Door door;

    /**
     * The desk.
     *
     * @param payers those that are set up here, by id
     */
    public Desk(Ledger ledger, Reads reads, Guard guard, List<String> payers) {
        this.ledger = ledger;
        this.reads = reads;
        this.guard = guard;
        this.payers = List.copyOf(payers);
    }

    /** Tells errors in this door's way. */
    public void behind(Door console) {
        door = console;
    }

    /** What a screen does for somebody who may. */
    @FunctionalInterface
    public interface Work {
        void serve(Context context, Visitor visitor) throws Exception;
    }

    /** A page for whoever has the permission; null for everybody who is signed in. */
    public Handler page(Permission permission, Work work) {
        return context -> {
            Optional<Visitor> visitor = guard.visitor(context);
            if (visitor.isEmpty()) {
                context.redirect("/sign-in");
            } else if (mayPass(context, visitor.get(), permission)) {
                work.serve(context, visitor.get());
            }
        };
    }

    /** A page with health information: for a practice's people, and for an operator who broke that practice's glass. */
    public Handler phi(Work work) {
        return page(null, (context, visitor) -> {
            boolean behindGlass = visitor.may(Permission.BREAK_GLASS) && visitor.glassPracticeId() != null;
            if (visitor.readablePractice() != null && (visitor.may(Permission.SEE_CLAIMS) || behindGlass)) {
                work.serve(context, visitor);
            } else if (visitor.may(Permission.BREAK_GLASS)) {
                context.redirect("/glass");
            } else {
                mayPass(context, visitor, Permission.SEE_CLAIMS);
            }
        });
    }

    /** A form about what {@link #phi} shows, that changes nothing of a claim: it finds, or says how a list looks. */
    public Handler phiForm(Work work) {
        return form(null, (context, visitor) -> phi(work).handle(context));
    }

    /** A form for whoever has the permission, from our own pages only. */
    public Handler form(Permission permission, Work work) {
        return context -> {
            Optional<Visitor> visitor = guard.visitor(context);
            if (visitor.isEmpty()) {
                context.redirect("/sign-in");
            } else if (!guard.isOurForm(context, visitor.get())) {
                refuse(
                        context,
                        403,
                        "That form is too old",
                        "It was not sent from a page of this session. Open the page again and send it from there.");
            } else if (mayPass(context, visitor.get(), permission)) {
                work.serve(context, visitor.get());
            }
        };
    }

    private boolean mayPass(Context context, Visitor visitor, Permission permission) {
        if (permission == null || visitor.may(permission)) {
            return true;
        }
        ledger.run(tx -> AccessAudit.write(
                tx, visitor, "page.open", context.endpoint().path, Outcome.REFUSED, permission.name()));
        refuse(
                context,
                403,
                "Not for your role",
                "What you asked for is not for somebody in the role of "
                        + visitor.role().label() + ". Ask an administrator if you need it.");
        return false;
    }

    /** The frame of a page of this visitor. */
    public Frame frame(Context context, Visitor visitor, String title, String section) {
        List<PracticeName> practices = visitor == null ? List.of() : practicesOf(visitor);
        return new Frame(title, section, visitor, practices, guard.theme(context), guard.said(context), assets);
    }

    private List<PracticeName> practicesOf(Visitor visitor) {
        if (visitor.practices().isEmpty()) {
            return List.of();
        }
        return reads.flows(connection -> Sql.list(
                connection,
                "select id, name, time_zone from practices where id = any(?) order by name",
                PracticeName::of,
                (Object) visitor.practices().toArray(String[]::new)));
    }

    /** Answers with a page of a template. */
    public void show(Context context, String template, Frame frame, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("frame", frame);
        pages.show(context, template, all);
    }

    /** Tells that it did not work, as a page. */
    public void refuse(Context context, int status, String title, String detail) {
        Frame frame = frame(context, guard.visitor(context).orElse(null), title, "");
        context.status(status);
        show(context, "layout/refusal", frame, Map.of("title", title, "detail", detail));
    }

    /** What was asked for is not there, or not theirs; the trail keeps that it was asked for. */
    public void nothingHere(Context context, Visitor visitor, String subject) {
        ledger.run(
                tx -> AccessAudit.write(tx, visitor, "page.open", subject, Outcome.REFUSED, "not there or not theirs"));
        HttpServer.nothingHere(door, context);
    }

    /** Goes to another page after a form, which then says this. */
    public void onTo(Context context, String path, String notice) {
        if (notice != null) {
            guard.say(context, notice);
        }
        context.redirect(path, io.javalin.http.HttpStatus.SEE_OTHER);
    }

    /** The payers that are set up here, by id. */
    public List<String> payers() {
        return payers;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Reads reads() {
        return reads;
    }

    public Guard guard() {
        return guard;
    }

    public Assets assets() {
        return assets;
    }
}
