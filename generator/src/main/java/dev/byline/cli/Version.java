package dev.byline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was written into the jar when it was built. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("/dev/byline/version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new String[] {"byline " + properties.getProperty("version")};
        }
    }
}
