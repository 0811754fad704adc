package dev.byline.understand;

import dev.byline.diagnostic.Diagnostics;
import dev.byline.site.Author;
import dev.byline.site.Handle;
import dev.byline.site.Localized;
import dev.byline.site.Picture;
import dev.byline.source.DataFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code authors/<id>.yml}. */
final class AuthorReader {
    private AuthorReader() {}

    static Optional<Author> read(DataFile file, Diagnostics diagnostics) {
        Fields fields = new Fields(file.data(), diagnostics);
        String id = file.name();
        if (!id.matches("[a-z0-9]+(?:-[a-z0-9]+)*")) {
            String slug = Slug.of(id);
            diagnostics.error(
                    file.place().at(1, 1),
                    "\"" + id + "\" is no id of an author",
                    "ids are lower-case letters, digits and hyphens; rename the file to " + slug + ".yml");
            return Optional.empty();
        }
        if (file.path().chars().filter(c -> c == '/').count() != 1) {
            diagnostics.error(
                    file.place().at(1, 1), "an author's file in a folder", "move it to authors/" + id + ".yml");
            return Optional.empty();
        }
        Optional<String> name = fields.requiredText("name", "Giulia Ferri");
        Localized role = Texts.localized(fields, "role");
        Localized bio = Texts.localized(fields, "bio");
        List<Locale> languages = fields.list("languages").stream()
                .flatMap(tag -> Texts.language(tag, diagnostics).stream())
                .toList();
        List<String> topics = fields.texts("topics");
        Optional<Picture> image = Pictures.read(fields, "image").filter(picture -> isAbsolute(picture, fields));
        Optional<String> email = fields.text("email").filter(address -> Texts.isEmail(address, "email", fields));
        List<Handle> handles = fields.group("handles").map(Handles::ofPerson).orElse(List.of());
        fields.custom("custom");
        fields.rejectUnknown();
        return name.map(n -> new Author(
                id,
                n,
                role,
                bio,
                languages,
                topics,
                image,
                email,
                handles.stream().filter(Handle::published).toList(),
                handles.stream().filter(handle -> !handle.published()).toList(),
                file.place()));
    }

    private static boolean isAbsolute(Picture picture, Fields fields) {
        if (!picture.src().startsWith("/")) {
            fields.diagnostics()
                    .error(
                            fields.place("image"),
                            "\"" + picture.src() + "\" is not below static/",
                            "put the portrait into static/images/ and write src: /images/...");
            return false;
        }
        return true;
    }
}
