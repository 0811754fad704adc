package dev.byline.webmention;

import dev.byline.webmention.Sender.Outcome;
import dev.byline.webmention.Sent.Entry;
import dev.byline.webmention.Sent.State;
import dev.byline.webmention.Told.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;

/**
 * Tells every page that a piece leads to of it, once, and again when the piece has changed or no longer leads there.
 *
 * <p>What was told is kept after each piece. A run that is cut off tells a page twice at most, which receivers take as one.
 */
public final class Mentioning {
    private static final String DEPLOY = "deploy the site first";

    private final Sender sender;
    private final OwnPages own;
    private final Keeper keeper;
    private Sent sent;

    /** Our own pages, as everybody sees them. */
    @FunctionalInterface
    public interface OwnPages {
        /** Looks at a page. */
        Seen look(String address);
    }

    /** What is seen of a page of ours. */
    public sealed interface Seen {
        /** It is there, and leads to these addresses. */
        record There(Set<String> links) implements Seen {
            /** Reads the page. */
            public static There of(String html, String address) {
                return new There(Links.of(Jsoup.parse(html, address)));
            }
        }

        /** There is none. */
        record Nothing() implements Seen {}

        /** It cannot be looked at. */
        record Unclear(String reason) implements Seen {}

        /** It is not looked at, and taken for what it should be. */
        record Unseen() implements Seen {}
    }

    /** Keeps what was told. */
    @FunctionalInterface
    public interface Keeper {
        /**
         * Keeps it in place of what was kept before.
         *
         * @throws IOException where that cannot be done; nobody is told any more then
         */
        void keep(Sent sent) throws IOException;
    }

    /**
     * Prepares to tell.
     *
     * @param sent what was told before
     */
    public Mentioning(Sender sender, OwnPages own, Sent sent, Keeper keeper) {
        this.sender = sender;
        this.own = own;
        this.sent = sent;
        this.keeper = keeper;
    }

    /** Why a page is to be told. */
    private enum Reason {
        NEW,
        CHANGED,
        NO_LONGER
    }

    /** A page to tell. */
    private record Due(String target, Reason reason, Optional<Entry> before) {
        boolean wasAwayAlready(String digest) {
            return before.filter(entry ->
                            entry.state() == State.AWAY && entry.digest().equals(digest))
                    .isPresent();
        }
    }

    /** What came of one: the line to show, and the entry to keep. */
    private record Done(Due due, Optional<Told> told, Optional<Entry> after) {}

    /** What there is to tell; asks nobody. */
    public List<Told> foresee(List<Piece> pieces) {
        return pieces.stream()
                .flatMap(piece -> due(piece).stream()
                        .filter(Mentioning::isForAsking)
                        .map(due -> new Told(name(piece), Result.DUE, due.target())))
                .toList();
    }

    /** Tells. */
    public List<Told> tell(List<Piece> pieces) throws IOException {
        List<Told> all = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Due> due = due(piece);
            if (!due.isEmpty()) {
                all.addAll(tell(piece, due));
            }
        }
        return all;
    }

    private List<Due> due(Piece piece) {
        Map<String, Entry> known = new TreeMap<>(sent.of(piece.path()));
        List<Due> due = new ArrayList<>();
        for (String target : piece.links()) {
            Optional<Entry> before = Optional.ofNullable(known.remove(target));
            boolean isKnown = before.filter(entry -> entry.digest().equals(piece.digest()))
                    .isPresent();
            if (!isKnown || before.get().state() == State.AWAY) {
                boolean wasTold =
                        before.filter(entry -> entry.state() == State.SENT).isPresent();
                due.add(new Due(target, wasTold ? Reason.CHANGED : Reason.NEW, before));
            }
        }
        known.forEach((target, entry) -> due.add(new Due(target, Reason.NO_LONGER, Optional.of(entry))));
        return due;
    }

    /** Who never heard that we lead there need not hear that we do not. */
    private static boolean isForAsking(Due due) {
        return due.reason() != Reason.NO_LONGER
                || due.before()
                        .filter(entry -> entry.state() == State.SENT || entry.state() == State.AWAY)
                        .isPresent();
    }

    private List<Told> tell(Piece piece, List<Due> due) throws IOException {
        Seen seen = due.stream().anyMatch(Mentioning::isForAsking) ? own.look(piece.source()) : new Seen.Unseen();
        if (seen instanceof Seen.Unclear unclear) {
            return List.of(new Told(name(piece), Result.FAILED, unclear.reason()));
        }
        if (seen instanceof Seen.Nothing && !piece.isGone()) {
            return List.of(new Told(name(piece), Result.FAILED, "there is no page: " + DEPLOY));
        }
        List<Done> done =
                due.parallelStream().map(each -> tell(piece, each, seen)).toList();
        Map<String, Entry> after = new TreeMap<>(sent.of(piece.path()));
        for (Done each : done) {
            after.remove(each.due().target());
            each.after().ifPresent(entry -> after.put(each.due().target(), entry));
        }
        sent = sent.with(piece.path(), after);
        keeper.keep(sent);
        return done.stream().map(Done::told).flatMap(Optional::stream).toList();
    }

    private Done tell(Piece piece, Due due, Seen seen) {
        if (!isForAsking(due)) {
            return new Done(due, Optional.empty(), Optional.empty());
        }
        boolean leads = due.reason() != Reason.NO_LONGER;
        if (seen instanceof Seen.There there && there.links().contains(Links.normal(due.target())) != leads) {
            if (piece.isGone()) {
                // Its place leads on to where it is now, and that leads there.
                return new Done(due, Optional.empty(), Optional.empty());
            }
            return leads
                    ? failed(piece, due, "the page does not lead there yet: " + DEPLOY, due.before())
                    : stillThere(piece, due);
        }
        return done(piece, due, sender.tell(piece.source(), due.target()));
    }

    /** It may be that the site is not deployed yet, or that another part of the page, its frame, leads there for good. */
    private static Done stillThere(Piece piece, Due due) {
        Told told = new Told(name(piece), Result.LATER, due.target() + ": the page still leads there");
        return new Done(due, Optional.of(told), due.before());
    }

    private static Done done(Piece piece, Due due, Outcome outcome) {
        boolean leads = due.reason() != Reason.NO_LONGER;
        if (outcome instanceof Outcome.Taken) {
            return new Done(due, Optional.of(told(piece, due)), entry(piece, State.SENT, leads));
        }
        if (outcome instanceof Outcome.NobodyListens) {
            return new Done(due, Optional.empty(), entry(piece, State.NONE, leads));
        }
        if (outcome instanceof Outcome.Refused refused) {
            return failed(piece, due, refused.reason(), entry(piece, State.REFUSED, leads));
        }
        String reason = ((Outcome.Away) outcome).reason();
        if (due.wasAwayAlready(piece.digest())) {
            Told given = new Told(
                    name(piece),
                    Result.LATER,
                    due.target() + ": " + reason + ", twice; left alone until the piece changes");
            return new Done(due, Optional.of(given), entry(piece, State.NONE, leads));
        }
        return failed(piece, due, reason, Optional.of(new Entry(piece.digest(), State.AWAY)));
    }

    private static Optional<Entry> entry(Piece piece, State state, boolean leads) {
        return leads ? Optional.of(new Entry(piece.digest(), state)) : Optional.empty();
    }

    private static Told told(Piece piece, Due due) {
        Result result = switch (due.reason()) {
            case NEW -> Result.MENTIONED;
            case CHANGED -> Result.UPDATED;
            case NO_LONGER -> Result.WITHDRAWN;
        };
        return new Told(name(piece), result, due.target());
    }

    private static Done failed(Piece piece, Due due, String why, Optional<Entry> after) {
        return new Done(due, Optional.of(new Told(name(piece), Result.FAILED, due.target() + ": " + why)), after);
    }

    private static String name(Piece piece) {
        return piece.isGone() ? "/" + piece.path() : piece.article();
    }
}
