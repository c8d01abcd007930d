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
