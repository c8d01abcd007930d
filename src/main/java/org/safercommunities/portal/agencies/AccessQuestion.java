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
        organisation = Typed.line(organisation);
        reason = Typed.text(reason);
        if (!Typed.says(organisation) || organisation.length() > LONGEST_ORGANISATION) {
            throw new InvalidEntry(
                    "organisation",
                    !Typed.says(organisation)
                            ? "Enter the organisation you work for"
                            : "Shorten the organisation to 160 characters or fewer");
        }
        if (!Typed.says(reason) || reason.length() > LONGEST_REASON) {
            throw new InvalidEntry(
                    "reason",
                    !Typed.says(reason)
                            ? "Enter what you need the portal for"
                            : "Shorten what you need the portal for to 1,000 characters or fewer");
        }
    }
}
