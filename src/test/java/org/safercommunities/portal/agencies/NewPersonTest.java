package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPersonTest {

    @Test
    void addressAndNameAreTidied() {
        NewPerson person = new NewPerson("  Rowan.Weald@Oast.Example ", " Rowan\tWeald\n");
        assertThat(person.email()).isEqualTo("rowan.weald@oast.example");
        assertThat(person.name()).isEqualTo("Rowan Weald");
        assertThat(person.domain()).isEqualTo("oast.example");
    }

    @Test
    void whatCannotBeSeenIsLeftOutOfAName() {
        assertThat(new NewPerson("a@b.example", "\u202eRowan\u2066 \u200fWeald\ud800\ufeff").name())
                .isEqualTo("Rowan Weald");
        assertThat(new NewPerson("a@b.example", "\u0634\u0627\u0647\u200c\u062d").name())
                .as("but joiners are letters")
                .isEqualTo("\u0634\u0627\u0647\u200c\u062d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u200d", "\u202e", "…"})
    void aNameThatSaysNothingIsSentBack(String name) {
        assertThatThrownBy(() -> new NewPerson("a@b.example", name))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, wrong -> assertThat(wrong).hasMessage("Enter the full name"));
    }

    @Test
    void aNameThatIsTooLongIsNeverCut() {
        assertThatThrownBy(() -> new NewPerson("a@b.example", "x".repeat(10_000)))
                .hasMessageContaining("160 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rowan",
                "rowan@oast",
                "a@b.example\nBcc: c@d.example",
                "a@b.example, c@d.example",
                "ä@b.example"
            })
    void whatIsNoAddressIsSentBackToItsField(String email) {
        assertThatThrownBy(() -> new NewPerson(email, "Rowan"))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, wrong -> assertThat(wrong.field()).isEqualTo("email"));
    }
}
