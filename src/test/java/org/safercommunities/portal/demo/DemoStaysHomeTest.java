package org.safercommunities.portal.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoStaysHomeTest {

    @Test
    void theDemonstrationStartsOnALoopbackAddress() {
        assertThatCode(() -> new DemoStaysHome("127.0.0.1")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "192.0.2.7", "::"})
    void anywhereElseItDoesNotStart(String address) {
        assertThatThrownBy(() -> new DemoStaysHome(address)).hasMessageContaining("loopback");
    }
}
