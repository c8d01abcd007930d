package org.safercommunities.portal.library.recordings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.DocumentStep;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Transcripts;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The captions of recordings. They belong to a version of the document, and whoever sees the document sees them; editors put them in.
 * The words of those in English, or else of the first, are the transcript by which the recording is found.
 */
@Service
public class Captions {

    private static final int REASON = 500;
    private static final int MOST_LANGUAGES = 40;

    private final Documents documents;
    private final Transcripts transcripts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Captions(
            Documents documents,
            Transcripts transcripts,
            JdbcClient jdbc,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.documents = documents;
        this.transcripts = transcripts;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether things of this type are watched, and so need captions. */
    public static boolean isVideo(String mediaType) {
        return mediaType.startsWith("video/");
    }

    /** Whether they are watched or listened to. */
    public static boolean isRecording(String mediaType) {
        return isVideo(mediaType) || mediaType.startsWith("audio/") || mediaType.equals("application/mp4");
    }

    /**
     * Gives the current version of a recording its captions in a language, in place of earlier ones.
     *
     * @param content in WebVTT or SubRip
     * @throws InvalidDocument when it is no recording, no language or no captions
     */
    @Transactional
    public void put(UUID document, String language, String content, Reader by) {
        Transcripts.Version version = transcripts.editable(document, by);
        if (!isRecording(version.mediaType())) {
            throw new InvalidDocument("captions", "Only a recording has captions");
        }
        String tag = tag(language);
        List<Cue> cues = WebVtt.read(content);
        if (tracks(version.id()).stream().noneMatch(track -> track.language().equals(tag))
                && tracks(version.id()).size() >= MOST_LANGUAGES) {
            throw new InvalidDocument(
                    "captions", "A recording has captions in at most %d languages".formatted(MOST_LANGUAGES));
        }
        jdbc.sql("REPLACE INTO document_captions (version_id, language, vtt, cues, added_by, added_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        version.id().toString(),
                        tag,
                        WebVtt.write(cues),
                        cues.size(),
                        by.personId().toString(),
                        Sql.utc(clock.instant()))
                .update();
        changed(document, version.id(), "captions in " + tag, by);
    }

    /** Takes the captions of the current version in a language away. */
    @Transactional
    public void remove(UUID document, String language, Reader by) {
        Transcripts.Version version = transcripts.editable(document, by);
        jdbc.sql("DELETE FROM document_captions WHERE version_id = ? AND language = ?")
                .params(version.id().toString(), tag(language))
                .update();
        changed(document, version.id(), "no captions in " + tag(language), by);
    }

    /** Says why a video has none yet, and by when it will; it may be published then. */
    @Transactional
    public void promise(UUID document, String reason, LocalDate dueOn, Reader by) {
        transcripts.editable(document, by);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON) {
            throw new InvalidDocument(
                    "reason", "Say why there are no captions, in at most %d characters".formatted(REASON));
        }
        if (!dueOn.isAfter(Dates.today(clock))
                || dueOn.isAfter(Dates.today(clock).plusYears(1))) {
            throw new InvalidDocument("dueOn", "Choose a day after today and within a year");
        }
        jdbc.sql("REPLACE INTO document_captions_promise (document_id, reason, due_on, promised_by, promised_at)"
                        + " VALUES (?, ?, ?, ?, ?)")
                .params(document.toString(), why, dueOn, by.personId().toString(), Sql.utc(clock.instant()))
                .update();
        messages.publishEvent(new DocumentStep(
                document, DocumentStep.Kind.CAPTIONS, Map.of("what", "promised for " + dueOn), by.actor()));
    }

    /** Empty when there is none, or the document is not this person's to see. */
    @Transactional(readOnly = true)
    public Optional<CaptionsPromise> promised(UUID document, Reader reader) {
        if (documents.find(document, reader).isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT reason, due_on FROM document_captions_promise WHERE document_id = ?")
                .param(document.toString())
                .query(CaptionsPromise.class)
                .optional();
    }

    /** In which languages a version has captions; none when it is not this person's to see. */
    @Transactional(readOnly = true)
    public List<CaptionTrack> tracks(UUID document, int number, Reader reader) {
        return transcripts.visible(document, number, reader).map(this::tracks).orElse(List.of());
    }

    /**
     * As WebVTT.
     *
     * @throws ProofMissing when they have first to show that it is them
     */
    @Transactional(readOnly = true)
    public Optional<String> vtt(UUID document, int number, String language, Reader reader) {
        documents
                .find(document, reader)
                .ifPresent(found ->
                        WhoMaySeeDocument.unlessProven(found.description().marking(), document, reader));
        return transcripts.visible(document, number, reader).flatMap(version -> vtt(version, language));
    }

    /** The transcript; empty when it has none, or is not this person's to see. */
    @Transactional(readOnly = true)
    public List<Cue> transcript(UUID document, int number, Reader reader) {
        return transcripts
                .visible(document, number, reader)
                .map(this::transcript)
                .orElse(List.of());
    }

    private List<Cue> transcript(UUID version) {
        return tracks(version).stream()
                .findFirst()
                .flatMap(track -> vtt(version, track.language()))
                .map(WebVtt::read)
                .orElse(List.of());
    }

    private Optional<String> vtt(UUID version, String language) {
        return jdbc.sql("SELECT vtt FROM document_captions WHERE version_id = ? AND language = ?")
                .params(version.toString(), language)
                .query(String.class)
                .optional();
    }

    /** English first. */
    private List<CaptionTrack> tracks(UUID version) {
        return jdbc.sql("SELECT language, cues FROM document_captions WHERE version_id = ?"
                        + " ORDER BY language LIKE 'en%' DESC, language")
                .param(version.toString())
                .query(CaptionTrack.class)
                .list();
    }

    private void changed(UUID document, UUID version, String what, Reader by) {
        transcripts.put(
                document, version, transcript(version).stream().map(Cue::text).collect(Collectors.joining("\n")));
        messages.publishEvent(new DocumentStep(document, DocumentStep.Kind.CAPTIONS, Map.of("what", what), by.actor()));
    }

    private static String tag(String language) {
        Locale locale = Locale.forLanguageTag(language.strip());
        String tag = locale.toLanguageTag();
        if (locale.getLanguage().isEmpty()
                || tag.length() > 12
                || locale.getDisplayLanguage(Locale.UK).equals(locale.getLanguage())) {
            throw new InvalidDocument("language", "“%s” is no language such as en, pl or uk".formatted(language));
        }
        return tag;
    }
}
