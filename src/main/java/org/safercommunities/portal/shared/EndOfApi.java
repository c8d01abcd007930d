package org.safercommunities.portal.shared;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** An address of the API that nobody answers is refused like any other call; without this it would be taken for a page’s. */
@Configuration(proxyBeanMethods = false)
class EndOfApi {

    /** After every controller’s, before the pages’. */
    private static final int ORDER = 1;

    @Bean
    SimpleUrlHandlerMapping unknownApiAddresses(JsonMapper json) {
        HttpRequestHandler refuse = (request, response) -> {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            json.writeValue(
                    response.getWriter(),
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.NOT_FOUND, "There is no such address. What there is stands at /v3/api-docs"));
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", refuse), ORDER);
    }
}
