package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenedTrailTest {

    @ParameterizedTest
    @CsvSource({
        "/files/documents/{id}/pages/{page}, preview",
        "/files/documents/{id}/inline, preview",
        "/files/documents/{id}/captions/{number}/{language}, preview",
        "/api/v1/documents/{id}, api",
        "/api/v1/documents/{id}/pages/{page}, api"
    })
    void whatAnAddressGivesOutOfADocumentIsAnAccess(String pattern, String by) {
        assertThat(OpenedTrail.exit(pattern)).hasValue(by);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/documents/{id}/content",
                "/api/v1/documents/{id}/content",
                "/api/v1/documents",
                "/api/v1/documents.csv",
                "/files/collections/{id}.zip"
            })
    void whatHasALineOfItsOwnOrIsAListIsNone(String pattern) {
        assertThat(OpenedTrail.exit(pattern)).isEmpty();
    }
}
