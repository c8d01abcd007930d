package org.safercommunities.portal.agencies;

import java.util.Locale;
import java.util.regex.Pattern;

/** Address and name of somebody who is to come in, as typed by themselves or a colleague. */
record NewPerson(String email, String name) {

    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    NewPerson {
        email = email.strip().toLowerCase(Locale.ROOT);
        name = name.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        if (email.length() > 254
                || email.indexOf('@') > 64
                || !EMAIL.matcher(email).matches()) {
            throw new InvalidEntry("email", "Enter an email address like name@example.org");
        }
        if (name.isEmpty() || name.length() > 160) {
            throw new InvalidEntry("name", "Enter the full name, at most 160 characters");
        }
    }

    String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
