package dev.byline.feed;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.module.ModuleImpl;
import java.util.ArrayList;
import java.util.List;

/**
 * Byline's own part of an RSS item or Atom entry, as a ROME module: each author with page and public handle.
 *
 * <pre>{@code
 * <byline:author name="Giulia Ferri" url="https://blog.example/authors/giulia-ferri/"
 *     handle="@giulia@social.example" profile="https://social.example/@giulia"/>
 * }</pre>
 */
public final class Credits extends ModuleImpl {
    /** The namespace of {@code byline:author}; described in {@code docs/feeds.md}. */
    public static final String URI = "https://byline.dev/ns/feed/1.0";

    private static final long serialVersionUID = 1L;

    /** What is said of one author; {@code handle} and {@code profile} may be empty. */
    public record Person(String name, String url, String handle, String profile) implements java.io.Serializable {}

    private ArrayList<Person> people = new ArrayList<>();

    public Credits() {
        super(Credits.class, URI);
    }

    public List<Person> getPeople() {
        return List.copyOf(people);
    }

    public void setPeople(List<Person> people) {
        this.people = new ArrayList<>(people);
    }

    @Override
    public Class<? extends Module> getInterface() {
        return Credits.class;
    }

    @Override
    public void copyFrom(CopyFrom from) {
        setPeople(((Credits) from).getPeople());
    }

    /** A copy: ROME copies the modules of a feed that it converts, and cannot copy records itself. */
    @Override
    public Object clone() {
        Credits copy = new Credits();
        copy.setPeople(people);
        return copy;
    }
}
