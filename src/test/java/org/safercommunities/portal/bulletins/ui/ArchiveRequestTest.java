package org.safercommunities.portal.bulletins.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.BulletinKind;

/** The address of the archive says what is shown, and what it cannot mean is left aside. */
class ArchiveRequestTest {

    @Test
    void keepsWordsKindAndYear() {
        ArchiveRequest request = new ArchiveRequest("knife & fork", BulletinKind.NEWSLETTER, Year.of(2025));
        assertThat(ArchiveRequest.of(request.address())).isEqualTo(request);
        assertThat(request.address().getQueryString()).contains("q=knife%20%26%20fork", "kind=newsletter", "year=2025");
        assertThat(ArchiveRequest.EVERYTHING.address().getQueryString()).isEmpty();
        assertThat(request.isNarrowed()).isTrue();
    }

    @Test
    void whatNobodyMeansIsLeftAside() {
        assertThat(ArchiveRequest.of(QueryParameters.fromString("q=++&kind=poem&year=12345")))
                .isEqualTo(ArchiveRequest.EVERYTHING);
        assertThat(ArchiveRequest.of(QueryParameters.fromString("year=0000")).year())
                .isNull();
    }
}
