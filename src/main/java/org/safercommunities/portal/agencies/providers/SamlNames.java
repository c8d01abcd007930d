package org.safercommunities.portal.agencies.providers;

/** What a SAML provider calls the e-mail address and the two names that it sends of somebody. */
public enum SamlNames {
    PLAIN("email, firstName, lastName", "email", "firstName", "lastName"),
    MICROSOFT(
            "Microsoft Entra ID or AD FS (…/claims/emailaddress)",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname"),
    DIRECTORY(
            "Numbers of a directory (urn:oid:0.9.2342…)",
            "urn:oid:0.9.2342.19200300.100.1.3",
            "urn:oid:2.5.4.42",
            "urn:oid:2.5.4.4");

    private final String label;
    private final String email;
    private final String firstName;
    private final String lastName;

    SamlNames(String label, String email, String firstName, String lastName) {
        this.label = label;
        this.email = email;
        this.firstName = firstName;
        this.lastName = lastName;
    }

    public String label() {
        return label;
    }

    public String email() {
        return email;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }
}
