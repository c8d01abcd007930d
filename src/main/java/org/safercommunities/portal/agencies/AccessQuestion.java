package org.safercommunities.portal.agencies;

/** What somebody types who asks for access. Long or odd words are refused at their field, never cut. */
public record AccessQuestion(String email, String name, String organisation, String reason) {

    public static final int LONGEST_ORGANISATION = 160;
    public static final int LONGEST_REASON = 1000;

    /** @throws InvalidEntry for the first field that needs another look */
    public AccessQuestion {
        NewPerson person = new NewPerson(email, name);
        email = person.email();
        name = person.name();
        organisation = organisation.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
        reason = reason.replaceAll("[\\p{Cc}&&[^\\n]]+", " ").strip();
        if (organisation.isEmpty() || organisation.length() > LONGEST_ORGANISATION) {
            throw new InvalidEntry("organisation", "Enter the organisation you work for, at most 160 characters");
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidEntry("reason", "Enter what you need the portal for, at most 1,000 characters");
        }
    }
}
