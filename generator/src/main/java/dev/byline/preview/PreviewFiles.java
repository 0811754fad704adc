package dev.byline.preview;

import java.io.IOException;
import java.io.InputStream;

/** What the preview brings along. No page of a site is called by a hyphen, so these stand beside all of them. */
final class PreviewFiles {
    static final String SCRIPT = "/-/preview.js";
    static final String STYLES = "/-/preview.css";
    static final String EVENTS = "/-/events";
    static final String DESK = "/-/desk/";
    static final String UNPUBLISHED = "/-/unpublished/";

    private PreviewFiles() {}

    /** A file of ours, by its address. */
    static byte[] read(String address) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        try (InputStream in = PreviewFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("a broken jar: " + name, broken);
        }
    }
}
