package org.safercommunities.portal.bench.booking;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Books over the API, as a program outside would. */
final class BookingCalls {

    private static final int PATIENCE_MS = 30_000;
    private static final byte[] WISH = "{\"mode\": \"IN_PERSON\"}".getBytes(StandardCharsets.UTF_8);

    static {
        // As many callers as there are keep their connections
        System.setProperty("http.maxConnections", "64");
        System.setProperty("sun.net.http.retryPost", "false");
    }

    /** @param status 0 when nobody answered, as when the process was killed */
    record Answer(int status, String body) {

        boolean isWaiting() {
            return status == 201 && body.contains("\"WAITING\"");
        }

        /** The turn in the waiting list. */
        int position() {
            return Integer.parseInt(body.replaceAll(".*\"position\":(\\d+).*", "$1"));
        }
    }

    /** By the plainest client there is: what callers take of the processors, the portals do not have. */
    Answer book(int port, UUID event, String token) {
        try {
            HttpURLConnection call = (HttpURLConnection)
                    URI.create("http://127.0.0.1:%d/api/v1/events/%s/bookings".formatted(port, event))
                            .toURL()
                            .openConnection();
            call.setConnectTimeout(PATIENCE_MS);
            call.setReadTimeout(PATIENCE_MS);
            call.setRequestMethod("POST");
            call.setRequestProperty("Authorization", "Bearer " + token);
            call.setRequestProperty("Content-Type", "application/json");
            call.setDoOutput(true);
            call.setFixedLengthStreamingMode(WISH.length);
            try (OutputStream body = call.getOutputStream()) {
                body.write(WISH);
            }
            int status = call.getResponseCode();
            try (InputStream answer = status < 400 ? call.getInputStream() : call.getErrorStream()) {
                String words = answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(status, words.replace('\n', ' '));
            }
        } catch (IOException nobodyThere) {
            return new Answer(0, String.valueOf(nobodyThere.getMessage()));
        }
    }
}
