package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <x@y.example>: Recipient address rejected: User unknown, does not know this address",
        "452 4.2.2 The email account is over quota, mailbox is full",
        "554 5.7.1 Message blocked due to spam content, rules refuse",
        "550 5.1.2 bad destination system address, takes no mail",
        "552 5.3.4 Message size exceeds fixed limit, too large",
        "450 something, try again later",
        "550 something, for good",
        "250 2.0.0 Ok: queued as 4711, has taken it"
    })
    void codesAreSaidInWords(String answer, String words) {
        assertThat(ServerAnswer.inWords(answer)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"The mail server could not be reached.", "''"})
    void wordsNeedNoOthers(String answer) {
        assertThat(ServerAnswer.inWords(answer)).isEmpty();
    }
}
