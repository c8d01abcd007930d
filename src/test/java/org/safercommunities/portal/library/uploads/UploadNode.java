package org.safercommunities.portal.library.uploads;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.safercommunities.portal.storage.FolderBlobs;
import org.safercommunities.portal.storage.Parts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

/**
 * Another process of the portal as far as it receives files, which is killed on the way: its rows and its parts, without pages. It
 * is told {@code ID LENGTH} on its standard input and takes that upload on from where it stands, saying how far it is.
 */
public final class UploadNode {

    private UploadNode() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(System.getenv("UPLOAD_FOLDER"));
        UploadTable table = new UploadTable(JdbcClient.create(new DriverManagerDataSource(
                System.getenv("PORTAL_DB_URL"), System.getenv("PORTAL_DB_USER"), System.getenv("PORTAL_DB_PASSWORD"))));
        Parts parts = parts(folder);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            UUID id = UUID.fromString(words[0]);
            long length = Long.parseLong(words[1]);
            Parts.Ledger ledger = ledger(table, id);
            long from = ledger.safe();
            System.out.println("from " + from);
            parts.append(id, ledger, new Parts.Piece(from, length - from, null, new Telling(from, length)));
            System.out.println("all " + parts.reckon(id, ledger, length).sha256());
        }
    }

    static Parts parts(Path folder) throws IOException {
        FolderBlobs blobs = new FolderBlobs(folder, DataSize.ofGigabytes(5), DataSize.ofMegabytes(1));
        return new Parts(folder.resolve("parts"), blobs, DataSize.ofGigabytes(5), DataSize.ofMegabytes(1));
    }

    static Parts.Ledger ledger(UploadTable table, UUID id) {
        return new Parts.Ledger() {
            @Override
            public long safe() {
                return table.received(id);
            }

            @Override
            public void safe(long bytes) {
                table.received(id, bytes, java.time.Instant.now().plusSeconds(3600));
            }
        };
    }

    /** Says how far it has been read. */
    private static final class Telling extends InputStream {
        private static final long EVERY = 1_000_000;
        private final InputStream bytes;
        private long position;
        private long told;

        Telling(long from, long length) {
            bytes = new GeneratedBytes(from, length);
            position = from;
            told = from;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int some = bytes.read(buffer, offset, count);
            position += Math.max(0, some);
            if (position - told >= EVERY) {
                told = position;
                System.out.println("at " + position);
            }
            return some;
        }
    }
}
