package org.safercommunities.portal.shared;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How people reach the team that runs the portal. */
@Component
public class Contact {

    private final String email;

    Contact(@Value("${portal.contact:portal@kcst.example}") String email) {
        this.email = email;
    }

    public String email() {
        return email;
    }

    /** An address that opens the person's own mail, with the subject filled in. */
    public String mailto(String subject) {
        return "mailto:" + email + "?subject=" + subject.replace(" ", "%20");
    }
}
