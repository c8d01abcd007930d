package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;

/** Sends a large file in pieces, by tus; one that was begun before goes on where the portal says it stands. */
final class TusUpload {

    private static final long PIECE = 64L << 20;

    private final HttpClient http;
    private final Function<String, HttpRequest.Builder> authorised;

    TusUpload(HttpClient http, Function<String, HttpRequest.Builder> authorised) {
        this.http = http;
        this.authorised = authorised;
    }

    /**
     * @param key the same for the same bytes of the same file
     * @return the path of the upload, which stands for the file
     * @throws IOException when it broke off; what came stays for the next time
     */
    String upload(Path file, long length, String key) throws IOException, InterruptedException {
        HttpResponse<String> begun = send(call("/api/v1/uploads")
                .header("Upload-Length", Long.toString(length))
                .header(
                        "Upload-Metadata",
                        "filename " + base64(file.getFileName().toString()) + ",key "
                                + base64(ImportOptions.sha256(key)))
                .POST(HttpRequest.BodyPublishers.noBody()));
        String path = URI.create(begun.headers().firstValue("Location").orElseThrow(() -> refused(begun)))
                .getPath();
        long at = Long.parseLong(begun.headers().firstValue("Upload-Offset").orElse("0"));
        while (at < length) {
            long from = at;
            long piece = Math.min(PIECE, length - at);
            HttpResponse<String> sent = send(call(path)
                    .header("Upload-Offset", Long.toString(from))
                    .header("Content-Type", "application/offset+octet-stream")
                    .method(
                            "PATCH",
                            HttpRequest.BodyPublishers.fromPublisher(
                                    HttpRequest.BodyPublishers.ofInputStream(() -> from(file, from)), piece)));
            at = Long.parseLong(sent.headers().firstValue("Upload-Offset").orElseThrow(() -> refused(sent)));
        }
        return path;
    }

    private HttpRequest.Builder call(String path) {
        return authorised.apply(path).header("Tus-Resumable", "1.0.0").timeout(Duration.ofMinutes(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static UncheckedIOException refused(HttpResponse<String> answer) {
        return new UncheckedIOException(new IOException("%d without an address".formatted(answer.statusCode())));
    }

    /** No more than a piece of it. */
    private static InputStream from(Path file, long offset) {
        try {
            InputStream content = Files.newInputStream(file);
            content.skipNBytes(offset);
            return new Piece(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Piece extends java.io.FilterInputStream {

        private long left = PIECE;

        Piece(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int one = left == 0 ? -1 : super.read();
            left -= one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = left == 0 ? -1 : super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, some);
            return some;
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
