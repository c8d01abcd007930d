package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0 | Edge on Windows
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Linux
            Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1 | Safari on an iPhone
            Mozilla/5.0 (Linux; Android 16; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36 | Samsung Internet on Android
            Mozilla/5.0 (Windows NT 10.0) Trident/7.0 | A browser on Windows
            """)
    void browsersAreCalledAsPeopleCallThem(String userAgent, String words) {
        assertThat(Device.inWords(userAgent)).isEqualTo(words);
    }

    @Test
    void whatIsUnknownHasNoName() {
        assertThat(Device.inWords(null)).isNull();
        assertThat(Device.inWords("curl/8.0")).isNull();
    }
}
