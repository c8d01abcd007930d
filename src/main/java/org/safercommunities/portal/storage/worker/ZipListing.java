package org.safercommunities.portal.storage.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.xml.sax.SAXException;

/**
 * The names in a ZIP file, and in ZIP files inside it, as text. The files themselves stay packed: only nested ZIP files are
 * unpacked to find their names, {@value #DEEPEST} deep, and together to at most {@value #MOST_BYTES} bytes, so that a file
 * that would unpack to the size of a disk costs nothing.
 */
final class ZipListing {

    private static final int MOST_NAMES = 20_000;
    private static final int DEEPEST = 3;
    private static final long MOST_BYTES = 300L * 1024 * 1024;

    private final TextCollector text;
    private int names;
    private long unpacked;
    private boolean locked;
    private boolean cut;

    /** There is more in the archive than we look at. */
    private static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;
    }

    ZipListing(int textLimit) {
        text = new TextCollector(textLimit);
    }

    Reading of(Path file, String mediaType) {
        try (ZipFile zip =
                ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get()) {
            list(zip);
        } catch (Cut | TextCollector.Enough more) {
            cut = true;
        } catch (IOException | SAXException | RuntimeException broken) {
            return new Reading(
                    Reading.Outcome.DAMAGED,
                    Reasons.DAMAGED_ZIP,
                    mediaType,
                    text.text(),
                    null,
                    null,
                    Set.of(),
                    Set.of());
        }
        String list = text.text();
        if (list.isEmpty()) {
            return Reading.without(Reading.Outcome.NO_TEXT, Reasons.EMPTY_ZIP, mediaType);
        }
        String reason = cut ? Reasons.ZIP_CUT : locked ? Reasons.LOCKED_ZIP : Reasons.ZIP;
        return new Reading(
                Reading.Outcome.TEXT,
                reason,
                mediaType,
                list,
                null,
                null,
                Set.of(),
                cut ? Set.of(Reading.TRUNCATED) : Set.of());
    }

    private void list(ZipFile zip) throws IOException, SAXException {
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            name(entry);
            if (isZip(entry) && zip.canReadEntryData(entry)) {
                try (InputStream content = zip.getInputStream(entry)) {
                    nested(content, 1);
                }
            }
        }
    }

    private void nested(InputStream content, int depth) throws IOException, SAXException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new Metered(content))) {
            ZipArchiveEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                name(entry);
                if (isZip(entry) && zip.canReadEntryData(entry)) {
                    if (depth >= DEEPEST) {
                        cut = true;
                    } else {
                        nested(zip, depth + 1);
                    }
                }
                drain(zip);
            }
        } catch (Cut cut) {
            throw cut;
        } catch (IOException | IllegalArgumentException broken) {
            // The names outside the broken part are still right
            cut = true;
        }
    }

    /** The next name lies behind the content, which has to be unpacked to get there: that is what costs. */
    private void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = content.read(buffer)) > 0) {
            count(read);
        }
    }

    private void count(int bytes) throws Cut {
        unpacked += bytes;
        if (unpacked > MOST_BYTES) {
            throw new Cut();
        }
    }

    private void name(ZipArchiveEntry entry) throws SAXException, Cut {
        if (++names > MOST_NAMES) {
            throw new Cut();
        }
        locked |= entry.getGeneralPurposeBit().usesEncryption();
        if (!entry.isDirectory()) {
            text.line(TextCollector.oneLine(entry.getName(), 500));
        }
    }

    private static boolean isZip(ZipArchiveEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Counts what nested archives unpack to; leaves closing to whoever opened the stream. */
    private final class Metered extends InputStream {
        private final InputStream content;

        Metered(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = content.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }
    }
}
