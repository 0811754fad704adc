package dev.byline.publish;

import dev.byline.site.Post;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One round of posting: account by account, so that what one network refuses keeps no other waiting.
 *
 * <p>Lines tell no secret of those that this round was given.
 */
public final class Round {
    private final Secrets secrets;
    private final Wire wire;
    private final Ledger ledger;
    private final Clock clock;
    private final Pause pause;
    private final Duration patience;

    /**
     * Prepares.
     *
     * @param clock tells when a post is decided on
     * @param patience the longest wait that a network may ask for
     */
    public Round(Secrets secrets, Wire wire, Ledger ledger, Clock clock, Pause pause, Duration patience) {
        this.secrets = secrets;
        this.wire = wire;
        this.ledger = ledger;
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    /** Whether posts can be made on a network by a program, and not by hand only. */
    public static boolean reaches(String network) {
        return Publishers.networks().contains(network);
    }

    /** An account on a network. */
    private record Lane(String account, String network, String handle) {}

    /**
     * Posts what is not out yet.
     *
     * @param updating whether posts whose drafts have changed are edited
     * @throws IOException where the ledger cannot be kept; nothing more is posted then
     */
    public List<Line> publish(List<Outgoing> drafts, boolean updating) throws IOException {
        Map<Lane, List<Outgoing>> lanes = new LinkedHashMap<>();
        drafts.forEach(draft -> lanes.computeIfAbsent(
                        new Lane(draft.account(), draft.network(), draft.handle()), lane -> new ArrayList<>())
                .add(draft));
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<Lane, List<Outgoing>> lane : lanes.entrySet()) {
            List<Outgoing> open = lane.getValue().stream()
                    .filter(draft -> hasWork(draft, updating))
                    .toList();
            Outgoing any = lane.getValue().get(0);
            if (open.isEmpty()) {
                lines.addAll(changed(lane.getValue()));
                continue;
            }
            Opened opened = open(lane.getKey());
            if (opened.publisher.isEmpty()) {
                lines.add(new Line(any.article(), any.account(), any.network(), 1, Line.Result.FAILED, opened.problem));
                continue;
            }
            lines.addAll(new Publishing(opened.publisher.get(), ledger, clock, pause, patience, updating)
                    .publish(lane.getValue()));
        }
        return lines;
    }

    /** Whether a network has to be asked about a draft at all. */
    private boolean hasWork(Outgoing draft, boolean updating) {
        for (int number = 1; number <= draft.parts().size(); number++) {
            Optional<Post> post = ledger.find(draft.article(), draft.account(), draft.network(), number);
            if (post.isPresent() && post.get().state() == Post.State.WITHDRAWN) {
                return false;
            }
            if (post.isEmpty() || post.get().state() != Post.State.PUBLISHED) {
                return true;
            }
            if (updating && differs(draft, number, post.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Outgoing draft, int number, Post post) {
        return !post.text().isEmpty()
                && !post.text().equals(Keys.ofText(draft.parts().get(number - 1).whole()));
    }

    private List<Line> changed(List<Outgoing> drafts) {
        List<Line> lines = new ArrayList<>();
        for (Outgoing draft : drafts) {
            for (int number = 1; number <= draft.parts().size(); number++) {
                int part = number;
                ledger.find(draft.article(), draft.account(), draft.network(), number)
                        .filter(post -> post.state() == Post.State.PUBLISHED && differs(draft, part, post))
                        .ifPresent(post -> lines.add(line(draft.article(), post, Line.Result.CHANGED)));
            }
        }
        return lines;
    }

    private static Line line(String article, Post post, Line.Result result) {
        return new Line(
                article,
                post.account(),
                post.network(),
                post.part(),
                result,
                post.url().orElse(post.id()));
    }

    /**
     * Says which posts a round would make, without asking or writing anything.
     *
     * @param updating whether posts whose drafts have changed would be edited
     */
    public List<Line> foresee(List<Outgoing> drafts, boolean updating) {
        List<Line> lines = new ArrayList<>();
        for (Outgoing draft : drafts) {
            if (hasWork(draft, updating)) {
                lines.add(
                        new Line(draft.article(), draft.account(), draft.network(), 1, Line.Result.DUE, draft.gist()));
            } else {
                lines.addAll(changed(List.of(draft)));
            }
        }
        return lines;
    }

    /**
     * Takes posts back.
     *
     * @param posts of one account on one network, about one article
     */
    public List<Line> withdraw(String article, String handle, List<Post> posts) throws IOException {
        Post any = posts.get(0);
        Opened opened = open(new Lane(any.account(), any.network(), handle));
        if (opened.publisher.isEmpty()) {
            return List.of(
                    new Line(article, any.account(), any.network(), any.part(), Line.Result.FAILED, opened.problem));
        }
        return new Publishing(opened.publisher.get(), ledger, clock, pause, patience, false).withdraw(article, posts);
    }

    /**
     * Writes down what a person found out about a post that was sent without an answer.
     *
     * @param isOut whether it is there
     */
    public Line settle(String article, Post post, boolean isOut) throws IOException {
        if (isOut) {
            ledger.change(article, post, Post.State.PUBLISHED, Optional.empty());
            return line(article, post, Line.Result.FOUND);
        }
        ledger.forget(article, post);
        return new Line(
                article, post.account(), post.network(), post.part(), Line.Result.FOUND, "not there; it is due again");
    }

    /** An account that can be posted from, or why it cannot. */
    private record Opened(Optional<Publisher> publisher, String problem) {}

    private Opened open(Lane lane) {
        if (!reaches(lane.network)) {
            return new Opened(Optional.empty(), "Byline cannot post there: copy it by hand from the desk");
        }
        String variable = Secrets.tokenVariable(lane.network, lane.account);
        Optional<Secret> token = secrets.token(lane.network, lane.account);
        if (token.isEmpty()) {
            return new Opened(Optional.empty(), "no token: set " + variable);
        }
        if (!token.get().reveal().matches("[\\x21-\\x7e]{8,4096}")) {
            return new Opened(Optional.empty(), variable + " holds no token");
        }
        Redactor redactor = new Redactor();
        redactor.learn(token.get());
        try {
            Publisher publisher = Publishers.open(
                    lane.network,
                    new Publishers.Access(
                            new Allowance(wire, pause, patience),
                            pause,
                            redactor,
                            lane.handle,
                            token.get(),
                            secrets.servers(lane.network, lane.account),
                            secrets.version(lane.network, lane.account),
                            clock,
                            patience));
            return new Opened(Optional.of(publisher), "");
        } catch (IllegalArgumentException noAddress) {
            return new Opened(
                    Optional.empty(),
                    "no address or no key: look at " + variable + " and "
                            + Secrets.serverVariable(lane.network, lane.account));
        }
    }
}
