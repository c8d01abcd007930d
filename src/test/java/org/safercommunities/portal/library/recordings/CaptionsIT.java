package org.safercommunities.portal.library.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DeskList;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentDesk;
import org.safercommunities.portal.library.EarlierVersions;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchHit;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** Videos are published so that everybody can follow them, and found by what is said in them. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class CaptionsIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Library library;

    @Autowired
    private Captions captions;

    @Autowired
    private DocumentDesk desk;

    @Autowired
    private EarlierVersions earlier;

    @Autowired
    private Intake intake;

    @Autowired
    private Search search;

    private Reader editor;
    private Reader reader;
    private Reader other;
    private UUID video;
    private String word;

    @BeforeEach
    void aVideo() throws IOException {
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Editors"), Role.EDITOR);
        reader = somebody.of(somebody.agency("Readers"));
        other = somebody.of(somebody.agency("Others"));
        word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vr";
        video = library.draft(
                mp4(),
                new DocumentDescription(
                        "A talk",
                        "",
                        "recording",
                        Set.of(),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofAgencies(reader.agencyId()),
                        null),
                editor);
    }

    @Test
    void aVideoIsNotPublishedWithoutCaptionsUnlessSomebodySaysWhyAndByWhen() {
        assertThatThrownBy(() -> library.publish(video, editor))
                .isInstanceOfSatisfying(
                        InvalidDocument.class,
                        refused -> assertThat(refused.field()).isEqualTo("captions"));
        assertThatThrownBy(() -> captions.promise(video, "", Dates.today().plusDays(9), editor))
                .isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> captions.promise(video, "Soon", Dates.today(), editor))
                .isInstanceOf(InvalidDocument.class);
        captions.promise(video, "They are being written", Dates.today().plusDays(9), editor);
        library.publish(video, editor);
        assertThat(captions.promised(video, reader))
                .hasValueSatisfying(promise -> assertThat(promise.reason()).isEqualTo("They are being written"));
        assertThat(captions.promised(video, other)).isEmpty();
        assertThat(desk.of(DeskList.CAPTIONS, 0, 500, editor))
                .extracting(DocumentCard::id)
                .contains(video);
        captions.put(video, "en", vtt("Hello"), editor);
        assertThat(desk.of(DeskList.CAPTIONS, 0, 500, editor))
                .extracting(DocumentCard::id)
                .doesNotContain(video);
    }

    @Test
    void aRecordingIsFoundByWhatIsSaidInItAndByNobodyElse() throws IOException {
        captions.put(video, "pl", vtt("Dzień dobry"), editor);
        captions.put(video, "en", vtt("We speak of " + word), editor);
        library.publish(video, editor);
        Eventually.holds(
                () -> assertThat(search.search(SearchQuery.of(word), reader).hits())
                        .extracting(SearchHit::id)
                        .containsExactly(video));
        assertThat(search.search(SearchQuery.of(word), other).total()).isZero();
        assertThat(captions.tracks(video, 1, reader))
                .extracting(CaptionTrack::label)
                .containsExactly("English", "Polish");
        assertThat(captions.transcript(video, 1, reader)).hasSize(1);
        assertThat(captions.transcript(video, 1, other)).isEmpty();
        assertThat(captions.vtt(video, 1, "en", other)).isEmpty();
        assertThatThrownBy(() -> captions.put(video, "en", vtt("x"), reader)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> captions.put(video, "en", vtt("x"), other)).isInstanceOf(UnknownDocument.class);
        assertThatThrownBy(() -> captions.put(video, "xx-nothing", vtt("x"), editor))
                .isInstanceOf(InvalidDocument.class);

        library.addVersion(video, mp4(), "Shorter", editor);
        assertThat(captions.tracks(video, 2, reader)).isEmpty();
        Eventually.holds(() ->
                assertThat(search.search(SearchQuery.of(word), reader).total()).isZero());
        earlier.restore(video, 1, editor);
        assertThat(captions.tracks(video, 3, reader)).hasSize(2);
        Eventually.holds(() ->
                assertThat(search.search(SearchQuery.of(word), reader).total()).isEqualTo(1));
        captions.remove(video, "en", editor);
        Eventually.holds(() ->
                assertThat(search.search(SearchQuery.of(word), reader).total()).isZero());
    }

    private static String vtt(String words) {
        return "WEBVTT\n\n00:01.000 --> 00:04.000\n" + words + "\n";
    }

    /** Its first bytes say that it is an MP4 video; there is nothing in it to watch. */
    private StoredFile mp4() throws IOException {
        byte[] start = {
            0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i', 's', 'o', 'm', 'm', 'p', '4', '2'
        };
        byte[] some = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(start, start.length + some.length);
        System.arraycopy(some, 0, all, start.length, some.length);
        return intake.take(new ByteArrayInputStream(all), "talk.mp4");
    }
}
