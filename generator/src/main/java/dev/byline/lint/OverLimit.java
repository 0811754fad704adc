package dev.byline.lint;

import dev.byline.diagnostic.Severity;
import dev.byline.network.PostNetwork;
import java.util.ArrayList;
import java.util.List;

/** A post that the network would not take: longer than its limit, by its own way of counting. */
final class OverLimit implements Rule {
    @Override
    public String id() {
        return "over-limit";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Fault> check(Post post, Surroundings around) {
        PostNetwork network = post.network();
        List<Fault> faults = new ArrayList<>();
        for (String part : post.parts()) {
            if (!network.fits(part)) {
                int over = network.count(part) - network.limit();
                faults.add(new Fault(
                        Math.max(0, post.text().text().indexOf(part)),
                        "",
                        "it counts " + network.count(part) + " on " + network.displayName() + ", the limit is "
                                + network.limit(),
                        over > 0 ? "shorten it by " + over : "write fewer characters of many bytes"));
            }
        }
        return faults;
    }
}
