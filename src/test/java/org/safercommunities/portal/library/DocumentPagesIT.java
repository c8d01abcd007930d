package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.storage.Pages;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Pictures of pages stay with whoever may see the document, for as long as they may. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class DocumentPagesIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Documents documents;

    @Autowired
    private Library library;

    @Autowired
    private Intake intake;

    @Autowired
    private Pages pages;

    @Test
    void aBrowserAsksAgainEachTimeAndIsAnsweredByTheRule() throws Exception {
        Somebody somebody = new Somebody(portal);
        Reader editor = somebody.of(somebody.agency("Editors"), Role.EDITOR);
        Reader reader = somebody.of(somebody.agency("Readers"));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        UUID document = library.draft(
                intake.take(new ByteArrayInputStream(png.toByteArray()), "picture.png"), to("readers", reader), editor);
        library.publish(document, editor);

        DocumentPages address = new DocumentPages(new PageAnswers(documents, pages), () -> reader);
        var answer = address.page(document, 1, null, 208);
        assertThat(answer.getHeaders().getCacheControl()).contains("max-age=0", "must-revalidate", "private");
        assertThat(answer.getHeaders().getETag()).isNotBlank();

        library.describe(document, to("editors", editor), editor);
        assertThatThrownBy(() -> address.page(document, 1, null, 208)).isInstanceOf(UnknownDocument.class);
    }

    private static DocumentDescription to(String title, Reader reader) {
        return new DocumentDescription(
                title, "", "other", Set.of(), Marking.OFFICIAL, null, Audience.ofAgencies(reader.agencyId()), null);
    }
}
