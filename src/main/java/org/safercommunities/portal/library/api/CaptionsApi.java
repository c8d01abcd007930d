package org.safercommunities.portal.library.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentDetails;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.library.recordings.CaptionsPromise;
import org.safercommunities.portal.library.recordings.Cue;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Captions and transcripts of recordings; those of the current version. */
@RestController
@RequestMapping("/api/v1/documents/{id}")
@Tag(name = "Documents")
class CaptionsApi {

    private final Captions captions;
    private final Documents documents;
    private final CurrentReader currentReader;

    CaptionsApi(Captions captions, Documents documents, CurrentReader currentReader) {
        this.captions = captions;
        this.documents = documents;
        this.currentReader = currentReader;
    }

    @Operation(summary = "Captions and transcript of a recording")
    @GetMapping("/captions")
    Told captions(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        int number = current(id, reader);
        return new Told(
                captions.tracks(id, number, reader).stream()
                        .map(track -> new Track(track.language(), track.label(), track.cues()))
                        .toList(),
                captions.promised(id, reader).orElse(null),
                captions.transcript(id, number, reader));
    }

    @Operation(summary = "Captions in one language, as WebVTT")
    @GetMapping(path = "/captions/{language}", produces = "text/vtt")
    ResponseEntity<byte[]> one(@PathVariable UUID id, @PathVariable String language) {
        Reader reader = currentReader.get();
        return captions.vtt(id, current(id, reader), language, reader)
                .map(vtt -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "vtt", StandardCharsets.UTF_8))
                        .body(vtt.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new UnknownDocument(id));
    }

    @Operation(summary = "Put captions in (editors), in WebVTT or SubRip")
    @PutMapping("/captions/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable UUID id, @PathVariable String language, @RequestBody byte[] content) {
        captions.put(id, language, new String(content, StandardCharsets.UTF_8), currentReader.get());
    }

    @Operation(summary = "Take captions away (editors)")
    @DeleteMapping("/captions/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable String language) {
        captions.remove(id, language, currentReader.get());
    }

    @Operation(summary = "Say why a video has no captions and by when it will (editors); it may be published then")
    @PutMapping("/captions-promise")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void promise(@PathVariable UUID id, @RequestBody String body) {
        Promise said = StrictJson.read(body, Promise.class, (field, sentence) -> new InvalidDocument(field, sentence));
        LocalDate due = said.dueOn();
        if (due == null) {
            throw new InvalidDocument("dueOn", "Say by when there will be captions");
        }
        captions.promise(id, said.reason() == null ? "" : said.reason(), due, currentReader.get());
    }

    private int current(UUID id, Reader reader) {
        return documents
                .find(id, reader)
                .map(DocumentDetails::current)
                .orElseThrow(() -> new UnknownDocument(id))
                .number();
    }

    record Told(List<Track> tracks, @Nullable CaptionsPromise promise, List<Cue> transcript) {}

    record Track(String language, String label, int lines) {}

    record Promise(@Nullable String reason, @Nullable LocalDate dueOn) {}
}
