package org.safercommunities.portal.bench.booking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Books over the API, as a program outside would. */
final class BookingCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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

    Answer book(int port, UUID event, String token) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1/events/%s/bookings".formatted(port, event)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"mode\": \"IN_PERSON\"}"))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body().replace('\n', ' '));
        } catch (IOException nobodyThere) {
            return new Answer(0, String.valueOf(nobodyThere.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
