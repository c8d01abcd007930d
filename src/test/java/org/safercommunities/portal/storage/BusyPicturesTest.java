package org.safercommunities.portal.storage;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class BusyPicturesTest {

    @RestController
    static class Drawing {

        @GetMapping("/picture")
        byte[] picture() {
            throw new Busy();
        }
    }

    @Test
    void aPictureThatHasToWaitIsToBeAskedForAgain() throws Exception {
        MockMvcBuilders.standaloneSetup(new Drawing())
                .setControllerAdvice(new BusyPictures())
                .build()
                .perform(get("/picture").accept("image/png"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content().string(""));
    }
}
