package dev.byline.network;

import java.util.regex.Pattern;

/** Which graphemes are emoji: a flag, a face, a family, a keycap. */
final class Emoji {
    private static final Pattern SEQUENCE = Pattern.compile(
            "[\\x{1F1E6}-\\x{1F1FF}]{2}.*|.*[\\x{1F300}-\\x{1FAFF}\\x{1F000}-\\x{1F2FF}].*|.*\\x{FE0F}.*|.*\\x{20E3}|"
                    + "[\\x{231A}\\x{231B}\\x{23E9}-\\x{23EC}\\x{23F0}\\x{23F3}\\x{25FD}\\x{25FE}\\x{2614}\\x{2615}"
                    + "\\x{2648}-\\x{2653}\\x{267F}\\x{2693}\\x{26A1}\\x{26AA}\\x{26AB}\\x{26BD}\\x{26BE}\\x{26C4}"
                    + "\\x{26C5}\\x{26CE}\\x{26D4}\\x{26EA}\\x{26F2}\\x{26F3}\\x{26F5}\\x{26FA}\\x{26FD}\\x{2705}"
                    + "\\x{270A}\\x{270B}\\x{2728}\\x{274C}\\x{274E}\\x{2753}-\\x{2755}\\x{2757}\\x{2795}-\\x{2797}"
                    + "\\x{27B0}\\x{27BF}\\x{2B1B}\\x{2B1C}\\x{2B50}\\x{2B55}].*",
            Pattern.DOTALL);

    private Emoji() {}

    /** Whether a grapheme is one. */
    static boolean is(String grapheme) {
        return SEQUENCE.matcher(grapheme).matches();
    }
}
