package dev.byline.source;

import java.util.Set;
import java.util.regex.Pattern;

/** What editors and systems drop beside the files that a person put there: nothing of the site. */
public final class Litter {
    private static final Set<String> NAMES = Set.of(".DS_Store", "Thumbs.db", ".gitkeep", ".gitignore");

    /**
     * Backups ({@code a.md~}), what is being saved ({@code .a.md.swp}, {@code 4913} of Vim, {@code a.md___jb_tmp___}), and
     * what is not saved yet ({@code #a.md#} and its lock {@code .#a.md} of Emacs).
     *
     * @see <a href="https://vimhelp.org/recover.txt.html#swap-file">Vim's swap files</a>
     * @see <a href="https://www.gnu.org/software/emacs/manual/html_node/emacs/Auto-Save-Files.html">Emacs' auto-save files</a>
     */
    private static final Pattern OF_EDITORS =
            Pattern.compile(".*~|.*\\.swp|\\..*\\.sw[a-z]|4913|#.*#|\\.#.*|.*___jb_(?:tmp|old)___");

    private Litter() {}

    /** Whether a file of this name is litter. */
    public static boolean is(String name) {
        return NAMES.contains(name) || OF_EDITORS.matcher(name).matches();
    }
}
