package org.safercommunities.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AnswerHeadersTest {

    private static MockHttpServletResponse answer(String address, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AnswerHeaders(address).doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void overTlsBrowsersNeverComeOverAnythingElseAgain() throws Exception {
        assertThat(answer("https://portal.example.org", new MockHttpServletRequest())
                        .getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000; includeSubDomains");
        MockHttpServletRequest secure = new MockHttpServletRequest();
        secure.setSecure(true);
        assertThat(answer("http://localhost:8080", secure).getHeader("Strict-Transport-Security"))
                .isNotNull();
        assertThat(answer("http://localhost:8080", new MockHttpServletRequest()).getHeader("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void anAnswerWithAPolicyOfItsOwnHasThatAlone() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AnswerHeaders("http://localhost")
                .doFilter(
                        new MockHttpServletRequest(),
                        response,
                        (request, answer) ->
                                ((HttpServletResponse) answer).addHeader("Content-Security-Policy", "sandbox"));
        assertThat(response.getHeaders("Content-Security-Policy")).containsExactly("sandbox");
    }
}
