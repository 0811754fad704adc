package dev.byline.cli;

import dev.byline.Byline;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"byline " + Byline.version()};
    }
}
