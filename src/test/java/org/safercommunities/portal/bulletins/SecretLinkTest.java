package org.safercommunities.portal.bulletins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretLinkTest {

    @Test
    void whatStandsInAnAddressIsReadBack() {
        SecretLink link = SecretLink.to(UUID.randomUUID());
        SecretLink read = SecretLink.read(link.text()).orElseThrow();
        assertThat(read.id()).isEqualTo(link.id());
        assertThat(read.opens(link.secret())).isTrue();
        assertThat(link.text()).matches("[A-Za-z0-9_-]{46}");
    }

    @Test
    void nothingButItsOwnSecretOpensIt() {
        SecretLink link = SecretLink.to(UUID.randomUUID());
        assertThat(link.opens(SecretLink.to(link.id()).secret())).isFalse();
        assertThat(link.opens(new byte[SecretLink.SECRET])).isFalse();
        assertThat(link.opens(new byte[0])).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "§§§", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatCannotBeOneIsNone(String text) {
        assertThat(SecretLink.read(text)).isEmpty();
    }
}
