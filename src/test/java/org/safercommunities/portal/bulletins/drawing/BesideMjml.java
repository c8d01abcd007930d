package org.safercommunities.portal.bulletins.drawing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.safercommunities.portal.bench.Programs;
import org.safercommunities.portal.support.PortalServices;

/** Draws the same MJML by the program it comes from, npm's mjml, and compares how the two look in a browser. */
final class BesideMjml {

    /** Of 255: anti-aliasing differs by less. */
    private static final int NOTICED = 32;

    private final Path folder;
    private final String node;

    /** @throws IOException when npm is not there, or cannot fetch it */
    BesideMjml() throws IOException, InterruptedException {
        folder = Files.createDirectories(PortalServices.folder().resolve("mjml"));
        node = Programs.need("node", "nodejs");
        if (!Files.isDirectory(folder.resolve("node_modules/mjml"))) {
            Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
            run(List.of(Programs.need("npm", "npm"), "install", "--no-audit", "--no-fund", "mjml@4"));
        }
    }

    String version() throws IOException, InterruptedException {
        return run(List.of(node, "-p", "require('mjml/package.json').version")).strip();
    }

    String drawn(String mjml) throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in.mjml"), mjml);
        Path out = folder.resolve("out.html");
        run(List.of(node, "node_modules/mjml/bin/mjml", in.toString(), "-o", out.toString()));
        return Files.readString(out);
    }

    /**
     * How far two pictures differ.
     *
     * @param longer by how many pixels the second is longer
     * @param different the share of pixels, within what both have, that one would notice
     */
    record Difference(int longer, double different) {

        static final Difference NONE = new Difference(0, 0);

        @Override
        public String toString() {
            return String.format(Locale.UK, "%d px longer, %.3f %% of the pixels differ", longer, different * 100);
        }
    }

    static Difference between(Path one, Path other) throws IOException {
        BufferedImage first = ImageIO.read(one.toFile());
        BufferedImage second = ImageIO.read(other.toFile());
        int height = Math.min(first.getHeight(), second.getHeight());
        int width = Math.min(first.getWidth(), second.getWidth());
        int different = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                different += differ(first.getRGB(x, y), second.getRGB(x, y)) ? 1 : 0;
            }
        }
        return new Difference(second.getHeight() - first.getHeight(), (double) different / width / height);
    }

    private static boolean differ(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > NOTICED) {
                return true;
            }
        }
        return false;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("output.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed: " + Files.readString(log));
        }
        return Files.readString(log);
    }
}
