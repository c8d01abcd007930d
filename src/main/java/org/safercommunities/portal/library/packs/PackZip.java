package org.safercommunities.portal.library.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.storage.BlobMissing;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.MediaTypes;

/**
 * Writes one pack for one reader as a zip, from the first byte to the last in one go: nothing is held in memory but the ids of
 * what is to come, and no connection to the database while bytes go out. Each file is asked for anew as its turn comes.
 */
final class PackZip {

    private static final int PAGE = 500;
    private static final long LARGE = 4_000_000_000L;
    private static final int BUFFER = 256 * 1024;
    private static final int MOST_TOLD = 1_000;
    private static final int NOTED_AT_ONCE = 200;

    /** How old what is known of the reader may be: their agency, groups and roles. What they may see is asked for each file. */
    private static final long READER_MILLIS = 1_000;

    private final Parts parts;
    private final PackDetails pack;
    private final String by;
    private final ZipArchiveOutputStream zip;
    private final byte[] buffer = new byte[BUFFER];
    private final List<TakenOut> unnoted = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private PlannedFiles planned = new PlannedFiles();
    private ZipNames names = new ZipNames(0);
    private Reader reader;
    private boolean here = true;
    private long readerKnownAt;
    private long notedAt;
    private int left;

    /** What it is made of. */
    record Parts(
            PackMembers members,
            PackZipFiles files,
            Takers takers,
            Readers readers,
            Blobs blobs,
            MediaTypes mediaTypes,
            String portal,
            Clock clock) {}

    PackZip(Parts parts, PackDetails pack, Reader reader, String by, OutputStream out) {
        this.parts = parts;
        this.pack = pack;
        this.reader = reader;
        this.by = by;
        zip = new ZipArchiveOutputStream(out);
        // Stored bytes in the deflated form: their length and checksum are told after them, so nothing is read twice
        zip.setMethod(ZipArchiveEntry.DEFLATED);
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.setEncoding("UTF-8");
        zip.setUseLanguageEncodingFlag(true);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        readerKnownAt = notedAt = millis();
    }

    void write() throws IOException {
        try {
            // The head of the first file goes out before anything is counted, so that nobody waits for a large pack to
            // begin
            list(new ContentsFile.Text());
            list(new ContentsFile.Page());
            for (int at = 0; at < planned.size(); at++) {
                Optional<PackZipFiles.File> file = open(planned.member(at));
                if (file.isEmpty() || !put(at + 1, file.get())) {
                    leaveOut(at + 1);
                }
            }
            if (left > 0) {
                tellLeftOut();
            }
        } finally {
            // What went out before somebody went away did go out
            note();
        }
        zip.finish();
        zip.flush();
    }

    private void list(ContentsFile contents) throws IOException {
        Instant now = parts.clock().instant();
        begin(contents.name(), now, ZipArchiveEntry.SIZE_UNKNOWN);
        zip.flush();
        if (planned.size() == 0) {
            planned = parts.members().planned(pack.id(), reader);
            names = new ZipNames(planned.size());
        }
        write(ContentsFile.bytes(contents.top(pack, parts.portal(), now)));
        int place = -1;
        int number = 0;
        List<PackMembers.Placed> page;
        do {
            page = parts.members().after(pack.id(), place, PAGE, reader);
            for (PackMembers.Placed each : page) {
                place = each.position();
                PackMember member = each.member();
                PackMember.Document document = member.document();
                if (document == null) {
                    write(contents.next(member, "", "", parts.portal()));
                } else {
                    int at = planned.indexOf(member.id(), number);
                    if (at >= 0) {
                        number = at + 1;
                        write(listed(contents, member, document, number));
                    }
                }
            }
        } while (page.size() == PAGE);
        write(ContentsFile.bytes(contents.bottom()));
        zip.closeArchiveEntry();
    }

    private byte[] listed(ContentsFile contents, PackMember member, PackMember.Document document, int number) {
        return contents.next(
                member,
                names.number(number),
                names.of(number, member.title(), document.marking(), document.fileName(), ending(document.mediaType())),
                parts.portal());
    }

    private Optional<PackZipFiles.File> open(UUID member) {
        if (millis() - readerKnownAt > READER_MILLIS && reader.actor() != null) {
            Optional<Reader> now = parts.readers().of(reader.personId());
            here = now.isPresent();
            reader = now.orElse(reader).provenAs(reader);
            readerKnownAt = millis();
        }
        return here ? parts.files().open(pack.id(), member, reader) : Optional.empty();
    }

    private boolean put(int number, PackZipFiles.File file) throws IOException {
        try (InputStream content = parts.blobs().open(file.sha256()).getInputStream()) {
            begin(
                    names.of(number, file.title(), file.marking(), file.fileName(), ending(file.mediaType())),
                    file.addedAt(),
                    file.size());
            unnoted.add(new TakenOut(file.document(), file.number()));
            if (unnoted.size() >= NOTED_AT_ONCE || millis() - notedAt > READER_MILLIS) {
                note();
            }
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                zip.write(buffer, 0, read);
            }
            zip.closeArchiveEntry();
            return true;
        } catch (BlobMissing | HeldBack missing) {
            return false;
        }
    }

    private void begin(String name, Instant at, long size) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTime(at.toEpochMilli());
        if (size != ZipArchiveEntry.SIZE_UNKNOWN) {
            entry.setSize(size);
        }
        // Said before the bytes, for stored in the deflated form they are a little longer than they are
        zip.setUseZip64(size > LARGE ? Zip64Mode.Always : Zip64Mode.AsNeeded);
        zip.putArchiveEntry(entry);
    }

    private void write(byte[] bytes) throws IOException {
        zip.write(bytes);
    }

    private void leaveOut(int number) {
        left++;
        if (leftOut.size() < MOST_TOLD) {
            leftOut.add(names.number(number));
        }
    }

    private void tellLeftOut() throws IOException {
        begin("_Left out.txt", parts.clock().instant(), ZipArchiveEntry.SIZE_UNKNOWN);
        write(ContentsFile.bytes(ContentsFile.lines(
                "Some files stand in the contents and are not here: while the pack was being put together they were",
                "withdrawn, or stopped being yours to see, or the virus scanner has not passed them. What is OFFICIAL-SENSITIVE",
                "is left out until you have confirmed with a one-time code that it is you. Look at the pack in the portal, or ask",
                "who gave it to you.",
                "")));
        for (String number : leftOut) {
            write(ContentsFile.bytes(ContentsFile.lines(number)));
        }
        if (left > leftOut.size()) {
            write(ContentsFile.bytes(ContentsFile.lines("and %,d more".formatted(left - leftOut.size()))));
        }
        zip.closeArchiveEntry();
    }

    private void note() {
        if (!unnoted.isEmpty()) {
            parts.takers().note(pack.id(), List.copyOf(unnoted), by, reader);
            unnoted.clear();
        }
        notedAt = millis();
    }

    private String ending(String mediaType) {
        return parts.mediaTypes().extension(mediaType);
    }

    private long millis() {
        return parts.clock().millis();
    }
}
