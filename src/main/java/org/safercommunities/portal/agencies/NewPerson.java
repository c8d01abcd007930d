package org.safercommunities.portal.agencies;

import java.util.Locale;
import java.util.regex.Pattern;

/** Address and name of somebody who is to come in, as typed by themselves or a colleague. */
record NewPerson(String email, String name) {

    private static final int LONGEST_NAME = 160;
    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    NewPerson {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = Typed.line(name);
        if (email.length() > 254
                || email.indexOf('@') > 64
                || !EMAIL.matcher(email).matches()) {
            throw new InvalidEntry("email", "Enter an email address like name@example.org");
        }
        if (!Typed.says(name) || name.length() > LONGEST_NAME) {
            throw new InvalidEntry(
                    "name",
                    Typed.says(name)
                            ? "Shorten the name to %d characters or fewer".formatted(LONGEST_NAME)
                            : "Enter the full name");
        }
    }

    String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
