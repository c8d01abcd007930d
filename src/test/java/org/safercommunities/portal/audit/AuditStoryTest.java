package org.safercommunities.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class AuditStoryTest {

    private static final UUID HAZEL = UUID.fromString("7d1f5f0e-2c9b-4b57-9a54-0c5f5d0c7a11");

    private final List<Collection<String>> asked = new ArrayList<>();
    private final AuditStory story = story();

    private AuditStory story() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        AuditVocabulary words = () -> Map.of(
                "agencies.agency-merged", new AuditPhrase("Agency merged", "made {subject} part of {agency:into}"),
                "agencies.left", new AuditPhrase("Left", "ended a membership[. The reason: {reason}]"));
        beans.addBean("words", words);
        beans.addBean("agencies", names("agency", Map.of("thanet", "Thanet", "dover", "Dover")));
        beans.addBean("people", names("person", Map.of(HAZEL.toString(), "Hazel Cobnut")));
        return new AuditStory(beans.getBeanProvider(AuditVocabulary.class), beans.getBeanProvider(AuditNames.class));
    }

    private AuditNames names(String type, Map<String, String> names) {
        return new AuditNames() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public Map<String, String> names(Collection<String> ids) {
                asked.add(ids);
                return names;
            }
        };
    }

    private String words(@Nullable UUID actor, String action, String subject, Map<String, String> details) {
        AuditLine line = new AuditLine(1, Instant.EPOCH, actor, null, action, subject, AuditResult.DONE, details, true);
        return story.tell(List.of(line)).getFirst().words();
    }

    @Test
    void aLineIsToldWithNamesInPlaceOfIds() {
        assertThat(words(HAZEL, "agencies.agency-merged", "agency:thanet", Map.of("into", "dover")))
                .isEqualTo("Hazel Cobnut made Thanet part of Dover");
    }

    @Test
    void whatIsMissingIsLeftOut() {
        assertThat(words(HAZEL, "agencies.left", "person:x", Map.of())).isEqualTo("Hazel Cobnut ended a membership");
        assertThat(words(HAZEL, "agencies.left", "person:x", Map.of("reason", "$1 retired")))
                .isEqualTo("Hazel Cobnut ended a membership. The reason: $1 retired");
    }

    @Test
    void thePortalAndThoseWhoWereErasedAreSaidSo() {
        assertThat(words(null, "agencies.left", "person:x", Map.of())).startsWith("The portal ");
        assertThat(words(UUID.randomUUID(), "agencies.left", "person:x", Map.of()))
                .startsWith("somebody who is no longer here ");
    }

    @Test
    void anActionThatNobodySaysIsShownAllTheSame() {
        AuditLine line = new AuditLine(
                1, Instant.EPOCH, HAZEL, null, "later.room-booked", "room:4", AuditResult.DONE, Map.of(), false);
        AuditSentence told = story.tell(List.of(line)).getFirst();
        assertThat(told.title()).isEqualTo("Room booked");
        assertThat(told.words()).isEqualTo("Hazel Cobnut (room booked): 4");
    }

    @Test
    void namesAreAskedForOncePerTypeHoweverManyLines() {
        AuditLine line = new AuditLine(
                1,
                Instant.EPOCH,
                HAZEL,
                null,
                "agencies.agency-merged",
                "agency:thanet",
                AuditResult.DONE,
                Map.of("into", "dover"),
                true);
        story.tell(java.util.Collections.nCopies(200, line));
        assertThat(asked).hasSize(2);
    }
}
